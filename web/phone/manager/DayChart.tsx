import { SERIES, topOf } from './figures';
import css from './Figures.module.css';
import type { Day } from './types';

const WIDE = 420;
const HIGH = 120;
const BAR = 10;
const GAP = 2;

/** The table below it as bars; whoever reads by ear has the table. */
export function DayChart({ days }: { days: Day[] }) {
  const top = topOf(days);
  const room = WIDE / days.length;
  const side = (room - SERIES.length * BAR - (SERIES.length - 1) * GAP) / 2;
  return (
    <div className={css.chart} aria-hidden>
      <span className={css.top}>{top}</span>
      <svg viewBox={`0 0 ${WIDE} ${HIGH}`} preserveAspectRatio="none" className={css.bars}>
        <line x1={0} y1={0.5} x2={WIDE} y2={0.5} className={css.line} />
        <line x1={0} y1={HIGH / 2} x2={WIDE} y2={HIGH / 2} className={css.line} />
        {days.flatMap((day, at) =>
          SERIES.map((name, index) => {
            const height = (day[name] / top) * HIGH;
            return <rect key={`${day.start}${name}`} x={at * room + side + index * (BAR + GAP)} y={HIGH - height} width={BAR} height={height} rx={1.5} data-series={name} className={css.bar} />;
          }),
        )}
        <line x1={0} y1={HIGH - 0.5} x2={WIDE} y2={HIGH - 0.5} className={css.line} />
      </svg>
    </div>
  );
}
