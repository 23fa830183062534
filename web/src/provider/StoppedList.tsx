import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { serverNow } from '../api/clock';
import { keys } from '../api/keys';
import { provider } from '../api/provider';
import type { StoppedThing } from '../api/versionTypes';
import { Notice } from '../ui/Notice';
import { fullTime, whenInside } from '../ui/times';
import { plural, sentenceCase } from '../ui/words';
import css from './VersionsPage.module.css';
import { verdictWord } from './verdicts';

/** What was allowed once, failed when everything that stands was looked at again, and is stopped. */
export function StoppedList({ tenantId }: { tenantId: string }) {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: keys.standing(tenantId),
    queryFn: () => provider.standing(tenantId),
    refetchInterval: 30_000,
  });
  const stopped = data?.stops.filter((each) => !each.lifted_at) ?? [];
  const lifted = data?.stops.filter((each) => each.lifted_at) ?? [];
  return (
    <section className={css.section} data-testid="stopped">
      <h2 className={css.heading}>What no longer holds</h2>
      {isPending && <Skeleton height={90} radius={14} />}
      {error && <Notice tone="red" title={error.message} action={{ label: 'Try again', run: () => void refetch() }} />}
      {data && (
        <p className={css.soft}>
          {data.last
            ? `Looked at ${whenInside(data.last.began_at, serverNow())} under ${data.last.rulebook_version}: ${plural(data.last.screened, 'thing')}, ${data.last.failed === 0 ? 'all in order' : `${data.last.failed} not in order`}.`
            : 'Nothing was looked at yet; the workers do it once a day, and when a version takes effect.'}
        </p>
      )}
      {stopped.length > 0 && <Things things={stopped} />}
      {lifted.length > 0 && (
        <details className={css.more}>
          <summary>{plural(lifted.length, 'thing')} stopped before, in order again</summary>
          <Things things={lifted} />
        </details>
      )}
    </section>
  );
}

const Things = ({ things }: { things: StoppedThing[] }) => (
  <ul className={css.list}>
    {things.map((each) => (
      <li key={`${each.kind} ${each.title} ${each.stopped_at}`} className={css.item} data-testid="stopped-thing">
        <div className={css.head}>
          <h3 className={css.title}>{each.title}</h3>
          <span className={css.tag} data-direction={each.lifted_at ? 'neither' : 'tightens'}>
            {each.lifted_at ? 'in order again' : 'stopped'}
          </span>
        </div>
        <p className={css.soft} title={fullTime(each.stopped_at)}>
          {sentenceCase(each.kind)} · {verdictWord(each.verdict).toLowerCase()} under {each.clauses.join(', ')} · {whenInside(each.stopped_at, serverNow())}
        </p>
        {each.findings.map((finding) => (
          <p key={finding.sentence} className={css.why}>
            {finding.sentence} {finding.next_sentence}
          </p>
        ))}
      </li>
    ))}
  </ul>
);
