package fetch

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"syscall"
	"time"

	"code.dny.dev/ssrf"
)

// errPrivate says that a connection would have led inside.
var errPrivate = errors.New("a private or special address: not connected to; --allow-private allows it")

// newClient makes what sends requests. Redirects are left to the caller, and so
// is the decoding of bodies.
func newClient(o Options) *http.Client {
	dialer := &net.Dialer{Timeout: min(o.Timeout, dialTime)}
	if !o.AllowPrivate {
		guard := ssrf.New(ssrf.WithAnyPort())
		// It is called with the address that is connected to, after all names.
		dialer.Control = func(network, address string, c syscall.RawConn) error {
			if err := guard.Safe(network, address, c); err != nil {
				return errPrivate
			}
			return nil
		}
	}
	return &http.Client{
		Transport: &http.Transport{
			DialContext:            dialer.DialContext,
			DisableCompression:     true,
			MaxResponseHeaderBytes: maxHeader,
			ResponseHeaderTimeout:  o.Timeout,
			TLSHandshakeTimeout:    dialTime,
			MaxIdleConnsPerHost:    1,
			IdleConnTimeout:        30 * time.Second,
		},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// dialTime is how long a connection may take to be made.
const dialTime = 20 * time.Second

// reason is the cause of an error in words, without the address, which the row
// states.
func reason(err error) string {
	var of *url.Error
	if errors.As(err, &of) {
		err = of.Err
	}
	var dns *net.DNSError
	switch {
	case errors.Is(err, errPrivate):
		return errPrivate.Error()
	case errors.As(err, &dns) && dns.IsNotFound:
		return "no such host"
	case errors.Is(err, context.DeadlineExceeded):
		return "no answer in time"
	}
	return shown(fmt.Sprint(err))
}
