import type { GroupOfPeople } from './types';
import { Badge } from './Badge';
import { Decide, type Group } from './Decide';
import css from './Manager.module.css';

function groupsOf({ group_id, suspended }: GroupOfPeople): Group[] {
  const path = `/groups/${encodeURIComponent(group_id)}/suspension`;
  const label = suspended ? 'Let it go on' : 'Suspend the group';
  return [{ label: 'Its rules', choices: [{ label, path, body: { suspended: !suspended }, grave: !suspended }] }];
}

/** The groups of people that an account's numbers run. */
export function GroupList({ groups }: { groups: GroupOfPeople[] }) {
  return (
    <ul className={css.rows}>
      {groups.map((group) => (
        <li key={group.group_id} className={css.row} data-testid={`group-${group.subject}`}>
          <div className={css.main}>
            <strong className={css.name}>{group.subject}</strong>
            <span className={css.soft}>
              {group.people === 1 ? '1 person' : `${group.people} people`}
              {group.waiting > 0 && `, ${group.waiting} asking to come in`}
            </span>
          </div>
          <div className={css.badges}>{group.suspended ? <Badge word="SUSPENDED" tone="bad" /> : <Badge word="ACTIVE" />}</div>
          <Decide label="Decide" about={group.subject} groups={groupsOf(group)} />
        </li>
      ))}
    </ul>
  );
}
