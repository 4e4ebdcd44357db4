import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { Segments } from '../../src/views/shared/Segments.tsx';
import { type Key, useKeys } from '../../src/views/shared/use-keys.ts';

const act = vi.fn();
const known = ({ key }: Key) => ([' ', 'b', 'ArrowRight'].includes(key) ? () => act(key) : null);

function Page() {
  useKeys(known);
  return (
    <>
      <Segments
        legend="How long"
        options={[
          { value: 1, label: 'one' },
          { value: 2, label: 'two' },
        ]}
        value={1}
        onChange={() => {}}
      />
      <input aria-label="name" />
    </>
  );
}

function pressed(element: Element): string[] {
  act.mockClear();
  for (const key of ['b', ' ', 'ArrowRight']) fireEvent.keyDown(element, { key });
  return act.mock.calls.map(([key]) => key as string);
}

describe('keys of the page', () => {
  it('are left to a field', () => {
    render(<Page />);
    expect(pressed(screen.getByRole('textbox', { name: 'name' }))).toEqual([]);
  });

  it('count on radio buttons but for those they choose with', () => {
    render(<Page />);
    expect(pressed(screen.getByRole('radio', { name: 'one' }))).toEqual(['b', ' ']);
    expect(pressed(screen.getByRole('radio', { name: 'two' }))).toEqual(['b']);
    expect(pressed(document.body)).toEqual(['b', ' ', 'ArrowRight']);
  });
});
