import { CustomerList } from '../people/CustomerList';
import { Wordmark } from '../ui/Wordmark';
import css from './Panel.module.css';

export function PeoplePanel({ current }: { current: string }) {
  return (
    <div className={css.column}>
      <div className={css.brand}>
        <Wordmark />
      </div>
      <aside className={css.panel} aria-labelledby="people-title" data-list>
        <h2 className={css.title} id="people-title">
          Customers
        </h2>
        <p className={css.hint}>Choose whose phone this is.</p>
        <CustomerList current={current} />
      </aside>
    </div>
  );
}
