import { Button, Select, Skeleton } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { useSearchParams } from 'react-router';
import { Empty } from '../ui/Empty';
import { Notice } from '../ui/Notice';
import { ChainCheck } from './ChainCheck';
import { ClientSelect } from './ClientSelect';
import css from './DecisionsPage.module.css';
import { DecisionRow } from './DecisionRow';
import { PageHead } from './PageHead';
import { useChosenClient, useDecisions, useRulebook } from './queries';
import { VERDICTS, verdictWord } from './verdicts';

/** The log of the gate: what it decided, by which clause, on which facts. */
export function DecisionsPage() {
  const [tenantId, setTenantId] = useChosenClient();
  const [parameters, setParameters] = useSearchParams();
  const verdict = parameters.get('verdict') ?? '';
  const clause = parameters.get('clause') ?? '';
  const log = useDecisions(tenantId, verdict, clause);
  const { data: rulebook } = useRulebook();
  const clauses = [...new Set(rulebook?.rules.map((rule) => rule.clause))].sort();
  const filter = (name: string, value: string | null): void =>
    setParameters(
      (now) => {
        if (value) now.set(name, value);
        else now.delete(name);
        return now;
      },
      { replace: true },
    );
  const rows = log.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHead title="Decisions" words="Every decision of the gate, newest first. The words of a message are never kept here.">
        <ClientSelect value={tenantId} onChange={setTenantId} />
        <Select
          label="Verdict"
          placeholder="All"
          data={VERDICTS.map((each) => ({ value: each, label: verdictWord(each) }))}
          value={verdict || null}
          onChange={(value) => filter('verdict', value)}
          clearable
          w={140}
        />
        <Select label="Clause" placeholder="All" data={clauses} value={clause || null} onChange={(value) => filter('clause', value)} clearable searchable w={120} />
      </PageHead>
      {tenantId && <ChainCheck key={tenantId} tenantId={tenantId} />}
      {log.isPending && <Skeleton height={300} radius={14} />}
      {log.isError && rows.length === 0 && <Notice tone="red" title={log.error.message} action={{ label: 'Try again', run: () => void log.refetch() }} />}
      {log.isSuccess && rows.length === 0 && !log.hasNextPage && (
        <Empty icon={IconListSearch} title="No such decisions">
          {verdict || clause ? 'Nothing fits these filters.' : 'The gate has not been asked yet.'}
        </Empty>
      )}
      {rows.length > 0 && (
        <div className={css.frame}>
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col" className={css.number}>
                  No.
                </th>
                <th scope="col">When</th>
                <th scope="col">Verdict</th>
                <th scope="col">Clause</th>
                <th scope="col">What was found</th>
                <th scope="col">Who</th>
                <th scope="col">Moment</th>
                <th scope="col">
                  <span className={css.hidden}>Details</span>
                </th>
              </tr>
            </thead>
            {rows.map((row) => (
              <DecisionRow key={row.seq} decision={row} />
            ))}
          </table>
        </div>
      )}
      <div className={css.end}>
        {log.hasNextPage ? (
          <Button variant="default" onClick={() => void log.fetchNextPage()} loading={log.isFetchingNextPage}>
            Show older decisions
          </Button>
        ) : (
          rows.length > 0 && 'That is all of them'
        )}
      </div>
    </>
  );
}
