import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconLink, IconLinkOff, IconShieldCheck } from '@tabler/icons-react';
import { provider } from '../api/provider';
import { Notice } from '../ui/Notice';
import css from './ChainCheck.module.css';

/** Walks the chain of hashes: a row that was changed, removed or moved would break it. */
export function ChainCheck({ tenantId }: { tenantId: string }) {
  const { mutate, data, error, isPending } = useMutation({ mutationFn: () => provider.chain(tenantId) });
  const whole = data?.first_break === null;
  const Glyph = !data ? IconLink : whole ? IconShieldCheck : IconLinkOff;
  return (
    <div className={css.check} data-state={!data ? 'unknown' : whole ? 'whole' : 'broken'} role="status">
      <Glyph size={20} stroke={1.7} aria-hidden className={css.icon} />
      <p className={css.words}>
        {!data && 'Each decision is sealed with the hash of the one before it.'}
        {data && whole && (
          <>
            The chain is whole: {data.rows.toLocaleString('en-GB')} decisions, none changed, removed or moved.
            <span className={css.head}>Head {data.head.slice(0, 16)}…</span>
          </>
        )}
        {data && !whole && `The chain breaks at decision ${data.first_break}. What stands from there on was changed, removed or moved.`}
      </p>
      <Button variant="default" size="compact-md" onClick={() => mutate()} loading={isPending} data-testid="verify-chain">
        {data ? 'Verify again' : 'Verify the chain'}
      </Button>
      {error && <Notice tone="red" title={error.message} />}
    </div>
  );
}
