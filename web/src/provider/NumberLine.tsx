import { Button } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { serverNow } from '../api/clock';
import { provider } from '../api/provider';
import type { ClientNumber } from '../api/types';
import { whenInside } from '../ui/times';
import { listed, sentenceCase } from '../ui/words';
import css from './NumberLine.module.css';
import { useAct } from './queries';

/** A number, and whether customers can see whom they talk to (B2). */
export function NumberLine({ tenantId, number }: { tenantId: string; number: ClientNumber }) {
  const confirm = useAct('The profile is confirmed as current.');
  const shown = Object.entries(number.profile).filter(([, value]) => value !== '' && value !== null && !(Array.isArray(value) && value.length === 0));
  // Nothing can be confirmed as current before it is there.
  const incomplete = number.missing.some((each) => !each.includes('confirmation'));
  return (
    <div className={css.number}>
      <IconPhone size={18} stroke={1.7} aria-hidden className={css.icon} />
      <div className={css.words}>
        <p>
          <strong>{number.display_phone_number}</strong> · {number.display_name} · {number.status.toLowerCase()}
        </p>
        <p className={css.soft} data-bad={number.missing.length > 0 || undefined}>
          {number.missing.length > 0
            ? `Lacks ${listed(number.missing)}`
            : number.profile_confirmed_at
              ? `Profile complete, confirmed ${whenInside(number.profile_confirmed_at, serverNow())}`
              : 'Profile complete, not confirmed yet'}
        </p>
        <details className={css.profile}>
          <summary>Profile</summary>
          <dl>
            {shown.map(([name, value]) => (
              <div key={name}>
                <dt>{sentenceCase(name)}</dt>
                <dd>{Array.isArray(value) ? value.join(', ') : String(value)}</dd>
              </div>
            ))}
          </dl>
        </details>
      </div>
      <Button
        size="compact-md"
        variant="default"
        loading={confirm.isPending}
        disabled={incomplete}
        title={incomplete ? 'The business has to complete the profile first' : undefined}
        onClick={() => confirm.mutate(() => provider.confirmProfile(tenantId, number.number_id))}
        data-testid="confirm-profile"
      >
        {number.profile_confirmed_at ? 'Confirm again' : 'Confirm the profile'}
      </Button>
    </div>
  );
}
