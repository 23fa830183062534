import { Skeleton } from '@mantine/core';
import { Link } from 'react-router';
import { Notice } from '../ui/Notice';
import { plural, sentenceCase } from '../ui/words';
import { PageHead } from './PageHead';
import { useRulebook } from './queries';
import css from './RulebookPage.module.css';

/** The rules of the gate, each with its reason. */
export function RulebookPage() {
  const { data, error, isPending, refetch } = useRulebook();
  return (
    <>
      <PageHead title="Rulebook" words={data ? `Version ${data.version}, ${plural(data.rules.length, 'rule')}. Every message is put to all of them.` : 'The rules of the gate'} />
      {isPending && <Skeleton height={240} radius={14} />}
      {error && <Notice tone="red" title={error.message} action={{ label: 'Try again', run: () => void refetch() }} />}
      <ul className={css.rules}>
        {data?.rules
          .toSorted((a, b) => a.clause.localeCompare(b.clause, 'en', { numeric: true }) || a.name.localeCompare(b.name))
          .map((rule) => (
            <li key={rule.name} className={css.rule}>
              <Link to={`/provider/decisions?clause=${rule.clause}`} className={css.clause} aria-label={`Decisions by clause ${rule.clause}`}>
                {rule.clause}
              </Link>
              <div>
                <h2 className={css.title}>{rule.title}</h2>
                {rule.reason && <p className={css.reason}>{rule.reason.charAt(0).toUpperCase() + rule.reason.slice(1)}</p>}
                <p className={css.moments}>
                  {sentenceCase(rule.name)} · asked at: {rule.moments.join(', ')}
                </p>
              </div>
            </li>
          ))}
      </ul>
    </>
  );
}
