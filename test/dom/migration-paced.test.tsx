import { act, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { migrationStore } from '../../src/store/migration/store.ts';
import { usePaced } from '../../src/views/migration/use-paced.ts';

function Times({ factor }: { factor: number }) {
  return <output>{usePaced(({ atMs }) => atMs * factor)}</output>;
}

describe('the common beat', () => {
  it('answers another question at once, though nothing changes in the store', () => {
    act(() => migrationStore.setState({ atMs: 7 }));
    const { rerender } = render(<Times factor={1} />);
    expect(screen.getByRole('status').textContent).toBe('7');
    rerender(<Times factor={10} />);
    expect(screen.getByRole('status').textContent).toBe('70');
    rerender(<Times factor={1} />);
    expect(screen.getByRole('status').textContent).toBe('7');
    act(() => migrationStore.setState({ atMs: 70 }));
    expect(screen.getByRole('status').textContent).toBe('70');
  });

  it('shows the last change, back to what was first answered, too', () => {
    act(() => migrationStore.setState({ atMs: 1 }));
    const { rerender } = render(<Times factor={3} />);
    rerender(<Times factor={2} />);
    act(() => migrationStore.setState({ atMs: 1.5 }));
    expect(screen.getByRole('status').textContent).toBe('3');
  });
});
