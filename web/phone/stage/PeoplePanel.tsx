import { CustomerList } from '../people/CustomerList';
import { Wordmark } from '../ui/Wordmark';
import css from './Panel.module.css';

export function PeoplePanel({ current }: { current: string }) {
  return (
    <aside className={css.column} aria-labelledby="people-title">
      <div className={css.brand}>
        <Wordmark />
      </div>
      <div className={css.panel} data-list>
        <h2 className={css.title} id="people-title">
          Customers
        </h2>
        <p className={css.hint}>Choose whose phone this is.</p>
        <CustomerList current={current} />
      </div>
    </aside>
  );
}
