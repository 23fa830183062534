import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { keys } from '../api/keys';
import { provider } from '../api/provider';
import type { PolicyChoice, PolicyVersion } from '../api/versionTypes';
import { useMe } from '../session/session';
import { Notice } from '../ui/Notice';
import { dateOf } from '../ui/times';
import { ChooseDialog } from './ChooseDialog';
import { useAct } from './queries';
import css from './VersionsPage.module.css';

/** The loosenings that a Client has chosen, and the approval that each needs. */
export function ChoiceList({ tenantId, texts }: { tenantId: string; texts: PolicyVersion[] }) {
  const [choosing, setChoosing] = useState(false);
  const { data, error, isPending, refetch } = useQuery({ queryKey: keys.choices(tenantId), queryFn: () => provider.choices(tenantId) });
  const taken = new Set(data?.items.filter((each) => each.state !== 'withdrawn').map((each) => each.version));
  const open = texts.filter((each) => !taken.has(each.name));
  return (
    <section className={css.section} data-testid="choices">
      <div className={css.head}>
        <h2 className={css.heading}>Chosen by this Client</h2>
        <Button size="compact-md" variant="default" onClick={() => setChoosing(true)} disabled={!data || open.length === 0} data-testid="choose">
          Write down a choice
        </Button>
      </div>
      {isPending && <Skeleton height={90} radius={14} />}
      {error && <Notice tone="red" title={error.message} action={{ label: 'Try again', run: () => void refetch() }} />}
      {data && <p className={css.soft}>{data.items.length === 0 ? 'Nothing: the document holds as it stands, with what tightens it.' : `In force: ${data.rulebook}`}</p>}
      <ul className={css.list}>
        {data?.items.map((each) => (
          <Choice key={each.choice_id} tenantId={tenantId} choice={each} />
        ))}
      </ul>
      {choosing && <ChooseDialog tenantId={tenantId} texts={open} onClose={() => setChoosing(false)} />}
    </section>
  );
}

function Choice({ tenantId, choice }: { tenantId: string; choice: PolicyChoice }) {
  const me = useMe();
  const approve = useAct('The choice is approved.');
  const withdraw = useAct('The choice is withdrawn: the document holds again.');
  const mine = choice.chosen_by === me.account_id;
  return (
    <li className={css.item} data-testid={`choice-${choice.version}`} data-ended={choice.state === 'withdrawn' || undefined}>
      <div className={css.head}>
        <h3 className={css.title}>{choice.title}</h3>
        <span className={css.tag} data-direction={choice.state === 'in force' ? 'loosens' : 'neither'}>
          {choice.state === 'asked' ? 'waits for an approval' : choice.state}
        </span>
      </div>
      <p className={css.soft}>
        {choice.version} · from {dateOf(choice.effective_from)}
      </p>
      <p className={css.why}>{choice.reason}</p>
      {choice.state !== 'withdrawn' && (
        <div className={css.acts}>
          {choice.state === 'asked' && (
            <Button
              size="compact-md"
              disabled={mine}
              title={mine ? 'Somebody else has to approve what you wrote down' : undefined}
              loading={approve.isPending}
              onClick={() => approve.mutate(() => provider.approveChoice(tenantId, choice.choice_id))}
              data-testid="approve"
            >
              {mine ? 'Somebody else must approve' : 'Approve'}
            </Button>
          )}
          <Button
            size="compact-md"
            variant="default"
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate(() => provider.withdrawChoice(tenantId, choice.choice_id))}
            data-testid="withdraw"
          >
            Withdraw
          </Button>
        </div>
      )}
    </li>
  );
}
