import { importStore } from '../../../store/import/store.ts';
import type { Use } from '../../../store/import/types.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';

export function UseButton({ id, use, text }: { id: number; use: Use; text: string }) {
  const { actions } = importStore.getState();
  return <SmallButton onClick={() => void actions.use(id, use)}>{text}</SmallButton>;
}
