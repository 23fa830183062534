import { Button } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { useColourToggle } from '../ui/colours';
import { ClockTool } from './ClockTool';
import css from './Panel.module.css';

export function ToolPanel() {
  const { dark, label, toggle } = useColourToggle();
  return (
    <aside className={css.column} aria-labelledby="clock-title" data-end>
      <Button
        variant="subtle"
        className={css.corner}
        leftSection={dark ? <IconSun size={17} /> : <IconMoon size={17} />}
        onClick={toggle}
      >
        {label}
      </Button>
      <div className={css.panel}>
        <span className={css.tag}>Demo tool</span>
        <h2 className={css.title} id="clock-title">
          Platform clock
        </h2>
        <ClockTool />
      </div>
    </aside>
  );
}
