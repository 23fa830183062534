import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useByClock } from '../../api/clock';
import { desk } from '../../api/desk';
import type { Price } from '../../api/priceTypes';
import type { Detail, Template } from '../../api/types';
import { money } from '../../ui/money';
import { countryName } from '../../ui/words';
import { windowOpen } from '../window';
import css from './PriceLine.module.css';

const AGAIN_MS = 30_000;

/** What the template would cost now, with why: asked for again when the window closes, and now and then. */
export function PriceLine({ detail, template }: { detail: Detail; template: Template }) {
  const { name, language } = template;
  const open = useByClock((now) => windowOpen(detail.window_expires_at, now));
  const { data, isPending, isError, refetch } = useQuery({
    queryKey: ['price', detail.conversation_id, name, language, open, detail.owner_version],
    queryFn: () => desk.price(detail.conversation_id, name, language),
    refetchInterval: AGAIN_MS,
    staleTime: 0,
    retry: 1,
  });
  return (
    <div className={css.price} aria-live="polite" aria-label="Price" role="group" data-testid="template-price" data-outcome={data?.outcome}>
      {isPending && <Skeleton height={38} radius={8} />}
      {isError && (
        <p className={css.why}>
          The price could not be asked for.{' '}
          <button type="button" className={css.again} onClick={() => void refetch()}>
            Try again
          </button>
        </p>
      )}
      {data && (
        <>
          <p className={css.amount} data-outcome={data.outcome}>
            {titleOf(data)}
            {data.outcome === 'charged' && data.country.length === 2 && <span className={css.country}>to {countryName(data.country)}</span>}
            {data.card?.example && <span className={css.example}>Example, no real price</span>}
          </p>
          <p className={css.why} dir="auto">{data.sentence}</p>
        </>
      )}
    </div>
  );
}

function titleOf({ outcome, amount, currency }: Price): string {
  if (outcome === 'charged' && amount !== null) return money(amount, currency);
  return outcome === 'free' ? 'Free' : 'Price not known';
}
