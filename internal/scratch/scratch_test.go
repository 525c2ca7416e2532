package scratch

import (
	"os"
	"testing"
)

func TestNothingIsLeft(t *testing.T) {
	parent := t.TempDir()
	d, err := New(parent)
	if err != nil {
		t.Fatal(err)
	}
	room, err := d.New()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := room.Write([]byte("held elsewhere")); err != nil {
		t.Fatal(err)
	}
	got := make([]byte, 4)
	if _, err := room.ReadAt(got, 5); err != nil || string(got) != "else" {
		t.Errorf("%q %v", got, err)
	}
	if err := room.Close(); err != nil {
		t.Error(err)
	}
	if err := d.Close(); err != nil {
		t.Error(err)
	}
	if left, _ := os.ReadDir(parent); len(left) != 0 {
		t.Errorf("left: %v", left)
	}
}

func TestNoSuchFolder(t *testing.T) {
	if _, err := New("no/such/folder"); err == nil {
		t.Error("no error")
	}
}
