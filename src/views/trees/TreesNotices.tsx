import { useTrees } from '../../store/trees/store.ts';
import { NoticeBar } from '../shared/NoticeBar.tsx';

export function TreesNotices() {
  const notice = useTrees((state) => state.notice);
  const dismiss = useTrees((state) => state.actions.dismissNotice);
  return <NoticeBar notice={notice} dismiss={dismiss} />;
}
