import css from './Manager.module.css';
import type { Week } from './types';
import { plain } from './words';

const percent = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1 });

/** What a number's quality comes from, behind a word; nothing while nobody complained. */
export function QualityNote({ week }: { week: Week }) {
  if (week.blocks + week.reports === 0) return <p className={css.counts}>Nobody blocked or reported it in seven days.</p>;
  const reasons = Object.entries(week.reasons);
  return (
    <details className={css.why}>
      <summary>
        {people(week.blocks, 'block')} and {people(week.reports, 'report')} in seven days
      </summary>
      <dl className={css.facts}>
        <Fact name="Arrived">{week.delivered}</Fact>
        <Fact name="Read">{week.read}</Fact>
        <Fact name="Blocks">{week.blocks}</Fact>
        <Fact name="Reports">{week.reports}</Fact>
        {reasons.map(([reason, count]) => (
          <Fact key={reason} name={`“${plain(reason)}”`}>
            {count}
          </Fact>
        ))}
      </dl>
      <p className={css.counts}>
        Weight {week.weight} on {week.delivered} that arrived: {percent.format(week.share)}. A report weighs as two blocks, and both weigh half while more than half is read. From a
        weight of 5 and above 2% the quality is yellow, from 10 and above 5% red.
      </p>
    </details>
  );
}

const people = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
