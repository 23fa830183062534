import { Bar } from '../ui/Bar';
import { Wordmark } from '../ui/Wordmark';
import { ToolsMenu } from '../stage/ToolsMenu';
import { CustomerList } from './CustomerList';
import css from './PeopleScreen.module.css';

/** The first screen of a small window: whose phone is this? */
export function PeopleScreen() {
  return (
    <>
      <Bar actions={<ToolsMenu />}>
        <span className={css.brand}>
          <Wordmark />
        </span>
      </Bar>
      <div className={css.intro}>
        <h1>Whose phone is this?</h1>
        <p>Choose a customer to write as.</p>
      </div>
      <CustomerList current="" />
    </>
  );
}
