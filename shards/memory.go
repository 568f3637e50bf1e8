package shards

import (
	"context"
	"sync"
	"time"

	"onrecord/news"
)

// Memory is a table for a process that shares with nobody. It is safe for
// concurrent use; its zero value is ready.
type Memory struct {
	mu      sync.Mutex
	size    int
	next    int
	held    map[key]bool // whether it is ready
	started map[int]time.Time
}

// JoinGateway implements Table.
func (m *Memory) JoinGateway(_ context.Context, _, _ string, size int, _ time.Duration) (news.Gateway, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.size == 0 {
		m.size, m.held, m.started = size, map[key]bool{}, map[int]time.Time{}
	}
	return news.Gateway{Size: m.size, Next: m.next, Processes: 1}, nil
}

// LeaveGateway implements Table.
func (m *Memory) LeaveGateway(context.Context, string, string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.size, m.next = 0, 0
	return nil
}

// RenewShards implements Table.
func (m *Memory) RenewShards(_ context.Context, _ string, size int, _ string, _ time.Duration) ([]int, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var out []int
	for n := range size {
		if _, held := m.held[key{size, n}]; held {
			out = append(out, n)
		}
	}
	return out, nil
}

// TakeShards implements Table.
func (m *Memory) TakeShards(_ context.Context, _ string, size int, _ string, most int, _ time.Duration) ([]int, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var out []int
	for n := range size {
		if _, held := m.held[key{size, n}]; !held && len(out) < most {
			m.held[key{size, n}] = false
			out = append(out, n)
		}
	}
	return out, nil
}

// ReleaseShard implements Table.
func (m *Memory) ReleaseShard(_ context.Context, _ string, size, number int, _ string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.held, key{size, number})
	return nil
}

// MarkReady implements Table.
func (m *Memory) MarkReady(_ context.Context, _ string, size, number int, _ string, ready bool) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, held := m.held[key{size, number}]; held {
		m.held[key{size, number}] = ready
	}
	return nil
}

// SplitGateway implements Table.
func (m *Memory) SplitGateway(_ context.Context, _ string, size int) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.next == 0 && size != m.size {
		m.next = size
	}
	return nil
}

// FinishSplit implements Table.
func (m *Memory) FinishSplit(_ context.Context, _ string, next int) (bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if next == 0 || next != m.next {
		return false, nil
	}
	for n := range next {
		if !m.held[key{next, n}] {
			return false, nil
		}
	}
	m.size, m.next = next, 0
	return true, nil
}

// StartSession implements Table.
func (m *Memory) StartSession(_ context.Context, _ string, bucket int, every time.Duration) (bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if time.Since(m.started[bucket]) < every {
		return false, nil
	}
	m.started[bucket] = time.Now()
	return true, nil
}
