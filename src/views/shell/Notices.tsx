import { useApp } from '../../store/store.ts';
import { NoticeBar } from '../shared/NoticeBar.tsx';

export function Notices() {
  const notice = useApp((state) => state.notice);
  const dismiss = useApp((state) => state.actions.dismissNotice);
  return <NoticeBar notice={notice} dismiss={dismiss} />;
}
