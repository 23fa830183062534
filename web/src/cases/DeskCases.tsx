import { ActionIcon, VisuallyHidden } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useNavigate, useParams } from 'react-router';
import { useMe } from '../session/session';
import { LineBanner } from '../shell/LineBanner';
import { useIsNarrow } from '../ui/media';
import { CasesPanel } from './CasesPanel';
import css from './DeskCases.module.css';

/** The desk's page of cases, where the inbox and the thread otherwise are. */
export function DeskCases() {
  const me = useMe();
  const { caseId } = useParams();
  const navigate = useNavigate();
  const narrow = useIsNarrow();
  const decides = me.role === 'supervisor' || me.role === 'admin';
  const title = decides ? 'Cases' : 'My cases';
  const head = (
    <div className={css.head}>
      {narrow && (
        <ActionIcon size={34} onClick={() => void navigate('/')} aria-label="Back to the inbox">
          <IconArrowLeft size={19} />
        </ActionIcon>
      )}
      <h1 className={css.title}>{title}</h1>
    </div>
  );
  return (
    <main className={css.page}>
      <LineBanner />
      {narrow && caseId && <VisuallyHidden component="h1">{title}</VisuallyHidden>}
      <CasesPanel chosen={caseId ? { tenant_id: me.tenant.tenant_id, case_id: caseId } : null} head={head} decides={decides} />
    </main>
  );
}
