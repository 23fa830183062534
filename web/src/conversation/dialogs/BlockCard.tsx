import { Button } from '@mantine/core';
import { serverNow } from '../../api/clock';
import { blocks, type Block } from '../../api/blocks';
import { Notice } from '../../ui/Notice';
import { whenInside } from '../../ui/times';
import css from './Blocks.module.css';
import { holds, reasonWord, stateWord, useBlocking } from './blocking';

/** Who is blocked, why, by whom, until when; and what the reader may do about it. */
export function BlockCard({ block }: { block: Block }) {
  const confirm = useBlocking('The block stays, for ninety days at most.');
  const lift = useBlocking(`WhatsApp is asked to unblock ${block.contact_name || 'the person'}.`);
  const error = confirm.error ?? lift.error;
  return (
    <article className={css.card} data-testid="block" data-state={block.state}>
      <p className={css.line}>
        <strong dir="auto">{block.contact_name || 'Erased person'}</strong>
        <span className={css.state} data-holds={holds(block) || undefined}>
          {stateWord(block)}
        </span>
      </p>
      <p className={css.soft}>
        {reasonWord(block.reason)} · by {block.blocked_by || 'somebody'}, {whenInside(block.blocked_at, serverNow())}
        {holds(block) && block.state !== 'lifting' && ` · ends ${whenInside(block.until, serverNow())}`}
      </p>
      {block.note && (
        <blockquote className={css.note} dir="auto">
          {block.note}
        </blockquote>
      )}
      {block.trouble && (
        <Notice tone="amber" title={block.state === 'lifting' ? 'The person still can not write' : 'The person can still write'} testId="block-trouble">
          {block.trouble}
        </Notice>
      )}
      {error && <Notice tone="red" title={error.message} />}
      {(block.may_confirm || block.may_lift) && (
        <div className={css.acts}>
          {block.may_confirm && (
            <Button size="compact-md" variant="default" loading={confirm.isPending} onClick={() => confirm.mutate(() => blocks.confirm(block.block_id))} data-testid="block-confirm">
              Leave it in force
            </Button>
          )}
          {block.may_lift && (
            <Button size="compact-md" variant="default" loading={lift.isPending} onClick={() => lift.mutate(() => blocks.lift(block.block_id))} data-testid="block-lift">
              {block.trouble ? 'Try again' : 'Unblock'}
            </Button>
          )}
        </div>
      )}
    </article>
  );
}
