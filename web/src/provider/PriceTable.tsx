import type { PriceSum } from '../api/priceTypes';
import css from './PricesPage.module.css';
import { amountWord, categoryWord, kindWord, marketName } from './priceWords';

/** Counts and amounts of a month, by one of the models. */
export function PriceTable({ title, words, lines, unit, testId }: { title: string; words: string; lines: PriceSum[]; unit: string; testId: string }) {
  return (
    <section className={css.section} aria-label={title} data-testid={testId}>
      <h2 className={css.title}>{title}</h2>
      <p className={css.soft}>{words}</p>
      {lines.length === 0 ? (
        <p className={css.nothing}>None in this month.</p>
      ) : (
        <div className={css.frame} tabIndex={0} role="region" aria-label={`${title}, table`}>
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">Country</th>
                <th scope="col">Category</th>
                <th scope="col">Kind</th>
                <th scope="col" className={css.number}>
                  {unit}
                </th>
                <th scope="col" className={css.number}>
                  Amount
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={`${line.country} ${line.category} ${line.kind} ${line.currency}`}>
                  <td>{marketName(line.country)}</td>
                  <td>{categoryWord(line.category)}</td>
                  <td>{kindWord(line.kind)}</td>
                  <td className={css.number}>{line.count.toLocaleString('en-GB')}</td>
                  <td className={css.number} data-unpriced={line.unpriced > 0 || undefined}>
                    {amountWord(line)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
