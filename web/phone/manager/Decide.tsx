import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useAct, type Act } from './api';
import css from './Manager.module.css';

export interface Choice extends Act {
  label: string;
  grave?: boolean;
}

export interface Group {
  label: string;
  choices: Choice[];
}

/** What can be decided about one thing, in a menu; what went wrong is said beside it. */
export function Decide({ label, about, groups }: { label: string; about: string; groups: Group[] }) {
  const act = useAct();
  return (
    <div className={css.decide}>
      <Menu position="bottom-end" radius={12} shadow="md" width={250}>
        <Menu.Target>
          <Button
            size="compact-md"
            variant="light"
            loading={act.isPending}
            rightSection={<IconChevronDown size={15} />}
            aria-label={`${label}: ${about}`}
          >
            {label}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={css.menu}>
          {groups.map((group) => (
            <div key={group.label}>
              <Menu.Label>{group.label}</Menu.Label>
              {group.choices.map(({ label: choice, grave, ...what }) => (
                <Menu.Item key={choice} c={grave ? 'var(--danger)' : undefined} onClick={() => act.mutate(what)}>
                  {choice}
                </Menu.Item>
              ))}
            </div>
          ))}
        </Menu.Dropdown>
      </Menu>
      {act.error && (
        <p className={css.error} role="alert">
          {act.error.message}
        </p>
      )}
    </div>
  );
}
