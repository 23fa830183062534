import { serverNow } from '../api/clock';
import type { PriceDifference, PriceMonth } from '../api/priceTypes';
import { money } from '../ui/money';
import { whenAndTime } from '../ui/times';
import css from './PricesPage.module.css';
import { foretoldWord } from './priceWords';

/** Messages that WhatsApp prices otherwise than was foretold, the newest first. */
export function PriceDifferences({ month: { differences, reconciled } }: { month: PriceMonth }) {
  return (
    <section className={css.section} aria-label="Differences" data-testid="price-differences">
      <h2 className={css.title}>Where WhatsApp says otherwise</h2>
      {differences.length === 0 ? (
        <p className={css.nothing}>
          {reconciled.same > 0 ? 'Nowhere: it prices everything as it was foretold.' : 'Nothing to compare: WhatsApp has named no price in this month.'}
        </p>
      ) : (
        <div className={css.frame} tabIndex={0} role="region" aria-label="Differences, table">
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">Message</th>
                <th scope="col">Foretold</th>
                <th scope="col">WhatsApp says</th>
                <th scope="col" className={css.number}>
                  Foretold
                </th>
                <th scope="col" className={css.number}>
                  Booked
                </th>
              </tr>
            </thead>
            <tbody>
              {differences.map((each) => (
                <tr key={each.message_id}>
                  <td>{whenAndTime(each.at, serverNow())}</td>
                  <td>
                    <code title={each.message_id}>{each.message_id.slice(0, 8)}</code>
                  </td>
                  <td>{foretoldWord(each.ours)}</td>
                  <td>{foretoldWord(each.theirs)}</td>
                  <td className={css.number}>{amountOf(each, each.foretold)}</td>
                  <td className={css.number}>{amountOf(each, each.booked)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

const amountOf = ({ currency }: PriceDifference, amount: string | null): string => {
  if (amount === null) return '–';
  return currency ? money(amount, currency) : 'free';
};
