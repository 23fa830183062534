import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { keys } from '../api/keys';
import { provider } from '../api/provider';
import type { PolicyVersion } from '../api/versionTypes';
import { Notice } from '../ui/Notice';
import { dateOf } from '../ui/times';
import { ChoiceList } from './ChoiceList';
import { ClientSelect } from './ClientSelect';
import { PageHead } from './PageHead';
import { StoppedList } from './StoppedList';
import { useChosenClient } from './queries';
import css from './VersionsPage.module.css';

/** Texts of the policy: what is in force, what a Client has chosen, and what no longer holds. */
export function VersionsPage() {
  const [tenantId, setTenantId] = useChosenClient();
  const { data, error, isPending, refetch } = useQuery({ queryKey: keys.versions, queryFn: provider.versions });
  return (
    <>
      <PageHead title="Versions" words="What tightens counts for everybody from its day. What loosens counts for a Client that has chosen it, with an approval.">
        <ClientSelect value={tenantId} onChange={setTenantId} />
      </PageHead>
      {isPending && <Skeleton height={320} radius={14} />}
      {error && <Notice tone="red" title={error.message} action={{ label: 'Try again', run: () => void refetch() }} />}
      {tenantId && <StoppedList key={`stops-${tenantId}`} tenantId={tenantId} />}
      {tenantId && data && <ChoiceList key={`choices-${tenantId}`} tenantId={tenantId} texts={data.items.filter((each) => each.loosens)} />}
      {data && (
        <section className={css.section}>
          <h2 className={css.heading}>Texts of the policy</h2>
          <ul className={css.list}>
            {data.items.map((each) => (
              <Text key={each.name} text={each} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const Text = ({ text }: { text: PolicyVersion }) => {
  const direction = text.changes[0]?.direction;
  return (
    <li className={css.item} data-testid={`version-${text.name}`}>
      <div className={css.head}>
        <h3 className={css.title}>{text.title}</h3>
        <span className={css.tag} data-direction={text.loosens ? 'loosens' : 'neither'}>
          {text.loosens ? 'by choice only' : text.in_force ? 'in force for everybody' : 'not in force yet'}
        </span>
      </div>
      <p className={css.soft}>
        {text.name} · since {dateOf(text.effective)}
        {direction && ` · ${direction === 'neither' ? 'neither tightens nor loosens' : direction}`}
      </p>
      {text.changes.map((change) => (
        <p key={change.field} className={css.why}>
          <span className={css.clauses}>{change.clauses.join(', ')}</span> {change.why}
        </p>
      ))}
      <p className={css.soft}>{text.source}</p>
    </li>
  );
};
