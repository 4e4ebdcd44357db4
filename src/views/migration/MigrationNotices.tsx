import { useMigration } from '../../store/migration/store.ts';
import { NoticeBar } from '../shared/NoticeBar.tsx';

export function MigrationNotices() {
  const notice = useMigration((state) => state.notice);
  const dismiss = useMigration((state) => state.actions.dismissNotice);
  return <NoticeBar notice={notice} dismiss={dismiss} />;
}
