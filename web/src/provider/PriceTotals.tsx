import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { keys } from '../api/keys';
import type { PriceTotalLine, PriceTotals as Totals } from '../api/priceTypes';
import { provider } from '../api/provider';
import { money } from '../ui/money';
import { Notice } from '../ui/Notice';
import css from './PricesPage.module.css';
import { categoryWord, kindWord, marketName } from './priceWords';

/** What WhatsApp itself counts and charges, beside what was booked here. */
export function PriceTotals({ tenantId, month }: { tenantId: string; month: string }) {
  const { data } = useQuery({
    queryKey: keys.priceTotals(tenantId, month),
    queryFn: () => provider.priceTotals(tenantId, month),
    enabled: tenantId !== '' && month !== '',
    refetchInterval: 60_000,
  });
  if (!data) return null;
  return (
    <section className={css.section} aria-label="WhatsApp’s own totals" data-testid="price-totals">
      <h2 className={css.title}>WhatsApp’s own totals</h2>
      <p className={css.soft}>
        {data.last
          ? `Over ${data.days === 1 ? 'the whole day' : `${data.days} whole days, until`} ${new Date(data.last).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })} (UTC).`
          : 'Asked once a day, for the days that are over (UTC).'}
      </p>
      {data.troubles.map(({ account_id, code, sentence, retriable }) => (
        <Notice key={account_id} tone="amber" title={`WhatsApp could not be asked about account ${account_id}`} testId="price-totals-trouble">
          {sentence} {code > 0 && `Code ${code}. `}
          {retriable ? 'It is asked again by itself within minutes.' : 'It is asked again tomorrow.'}
        </Notice>
      ))}
      <Notice tone={data.differing > 0 ? 'amber' : 'calm'} title={data.sentence} testId="price-totals-said" />
      {data.lines.length > 0 && <Table totals={data} />}
    </section>
  );
}

const Table = ({ totals: { lines } }: { totals: Totals }) => (
  <div className={css.frame} tabIndex={0} role="region" aria-label="WhatsApp’s own totals, table">
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">Country</th>
          <th scope="col">Category</th>
          <th scope="col">Kind</th>
          {['Here', 'WhatsApp', 'Booked', 'Charged'].map((name) => (
            <th key={name} scope="col" className={css.number}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Fragment key={`${line.country} ${line.category} ${line.kind}`}>
            <tr data-differs={line.difference || undefined}>
              <td>{marketName(line.country)}</td>
              <td>{categoryWord(line.category)}</td>
              <td>{kindWord(line.kind)}</td>
              <td className={css.number}>{line.ours.toLocaleString('en-GB')}</td>
              <td className={css.number}>{line.theirs.toLocaleString('en-GB')}</td>
              <td className={css.number}>{amountOf(line, line.our_amount, line.our_currency)}</td>
              <td className={css.number}>{amountOf(line, line.their_amount, line.their_currency)}</td>
            </tr>
            {line.difference && (
              <tr>
                <td colSpan={7} className={css.advice}>
                  {line.sentence}
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  </div>
);

function amountOf({ kind }: PriceTotalLine, amount: string | null, currency: string): string {
  if (amount === null) return 'not known';
  if (Number(amount) === 0) return kind === 'regular' ? '–' : 'free';
  return currency ? money(amount, currency) : amount;
}
