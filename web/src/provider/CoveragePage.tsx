import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { keys } from '../api/keys';
import { provider } from '../api/provider';
import type { Coverage, CoverageStatus } from '../api/types';
import { Notice } from '../ui/Notice';
import { plural } from '../ui/words';
import { ClauseEntry } from './ClauseEntry';
import css from './CoveragePage.module.css';
import { PageHead } from './PageHead';

/** Every clause of the policy: what holds it, what tests that, and how far it goes. */
export function CoveragePage() {
  const { data, error, isPending, refetch } = useQuery({ queryKey: keys.coverage, queryFn: provider.coverage, staleTime: 300_000 });
  const [only, setOnly] = useState<CoverageStatus | ''>('');
  return (
    <>
      <PageHead
        title="Coverage"
        words={data ? `What holds each of the ${plural(data.clauses.length, 'clause')} of the policy, and how far that goes. Rulebook ${data.version}.` : 'What holds each clause of the policy'}
      />
      {isPending && <Skeleton height={320} radius={14} />}
      {error && <Notice tone="red" title={error.message} action={{ label: 'Try again', run: () => void refetch() }} />}
      {data && <Counts coverage={data} only={only} choose={(status) => setOnly(status === only ? '' : status)} />}
      {data?.sections.map(({ letter, about }) => {
        const clauses = data.clauses.filter((each) => each.section === letter && (only === '' || each.status === only));
        return (
          clauses.length > 0 && (
            <section key={letter} className={css.section} aria-labelledby={`section-${letter}`}>
              <h2 id={`section-${letter}`} className={css.heading}>
                <span className={css.letter}>{letter}</span> {about}
              </h2>
              <ul className={css.clauses}>
                {clauses.map((clause) => (
                  <ClauseEntry key={clause.id} clause={clause} />
                ))}
              </ul>
            </section>
          )
        );
      })}
    </>
  );
}

interface CountsProps {
  coverage: Coverage;
  only: CoverageStatus | '';
  choose: (status: CoverageStatus) => void;
}

/** How many clauses have each status; a tap shows those alone. */
const Counts = ({ coverage, only, choose }: CountsProps) => (
  <div className={css.counts} role="group" aria-label="Clauses by status">
    {(Object.entries(coverage.counts) as [CoverageStatus, number][]).map(([status, count]) => (
      <button
        key={status}
        type="button"
        className={css.count}
        data-status={status}
        aria-pressed={only === status}
        disabled={count === 0}
        onClick={() => choose(status)}
        data-testid={`count-${status}`}
      >
        <span className={css.many}>{count}</span>
        <span className={css.name}>{status}</span>
        <span className={css.means}>{coverage.means[status]}</span>
      </button>
    ))}
  </div>
);
