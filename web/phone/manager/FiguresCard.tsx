import { money } from '../text/words';
import { useFigures } from './api';
import { DayChart } from './DayChart';
import { SERIES, totalOf } from './figures';
import css from './Figures.module.css';
import look from './Manager.module.css';
import type { Figures } from './types';
import { plain } from './words';

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', timeZone: 'UTC' });
const count = new Intl.NumberFormat('en-GB');

/** The last seven days of an account: what went out and came in, and what it cost. */
export function FiguresCard({ wabaId }: { wabaId: string }) {
  const { data, error } = useFigures(wabaId);
  return (
    <section className={look.card} aria-labelledby={`figures-${wabaId}`} data-testid={`figures-${wabaId}`}>
      <h4 id={`figures-${wabaId}`}>The last seven days</h4>
      {error && <p className={look.empty}>{error.message}</p>}
      {data && isQuiet(data) && <p className={look.empty}>Nothing was sent or received.</p>}
      {data && !isQuiet(data) && (
        <div className={css.sides}>
          <div>
            <DayChart days={data.days} />
            <Prices figures={data} />
          </div>
          <Days figures={data} />
        </div>
      )}
    </section>
  );
}

const isQuiet = ({ days }: Figures): boolean => SERIES.every((name) => totalOf(days, name) === 0);

function Days({ figures: { days } }: { figures: Figures }) {
  return (
    <table className={css.table}>
      <caption className={css.hidden}>Messages of each day, in UTC</caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
          {SERIES.map((name) => (
            <th key={name} scope="col">
              <span className={css.key} data-series={name} aria-hidden /> {plain(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map((day) => (
          <tr key={day.start}>
            <th scope="row">{weekday.format(day.start * 1000)}</th>
            {SERIES.map((name) => (
              <td key={name} data-none={day[name] === 0 || undefined}>
                {count.format(day[name])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">All</th>
          {SERIES.map((name) => (
            <td key={name}>{count.format(totalOf(days, name))}</td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

function Prices({ figures: { prices, currency } }: { figures: Figures }) {
  if (prices.length === 0) return <p className={look.empty}>Nothing arrived that could cost.</p>;
  const whole = prices.reduce((sum, { cost }) => sum + cost, 0);
  return (
    <table className={css.table}>
      <caption className={css.hidden}>What arrived, and what it cost</caption>
      <thead>
        <tr>
          <th scope="col">Category</th>
          <th scope="col">Arrived</th>
          <th scope="col">Price</th>
        </tr>
      </thead>
      <tbody>
        {prices.map((line) => (
          <tr key={line.category}>
            <th scope="row">{plain(line.category.replaceAll('-', '_'))}</th>
            <td>{count.format(line.volume)}</td>
            <td>{money(line.cost, currency)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">All</th>
          <td>{count.format(prices.reduce((sum, { volume }) => sum + volume, 0))}</td>
          <td>{money(whole, currency)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
