import { COMMANDS, GROUPS } from '../../commands/registry';
import { Kbd } from '../../ui/Kbd';
import css from './ShortcutSheet.module.css';

const WRITING = [
  { keys: ['enter'], words: 'Send' },
  { keys: ['shift+enter'], words: 'New line' },
  { keys: ['/'], words: 'Canned replies, as the first sign' },
  { keys: ['escape'], words: 'Leave the field' },
];

/** All shortcuts on one page. */
export function ShortcutSheet() {
  return (
    <div className={css.sheet}>
      {GROUPS.map((group) => (
        <Group key={group} title={group}>
          {COMMANDS.filter((each) => each.group === group && each.shortcuts.length > 0).map((each) => (
            <Line key={each.name} words={each.title.replace('…', '')} keys={each.shortcuts} />
          ))}
        </Group>
      ))}
      <Group title="While writing">
        {WRITING.map(({ keys, words }) => (
          <Line key={words} words={words} keys={keys} />
        ))}
      </Group>
    </div>
  );
}

const Group = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <section className={css.group}>
    <h3 className={css.title}>{title}</h3>
    <dl className={css.lines}>{children}</dl>
  </section>
);

const Line = ({ words, keys }: { words: string; keys: string[] }) => (
  <div className={css.line}>
    <dt>{words}</dt>
    <dd>
      {keys.map((key) => (
        <span key={key} className={css.keys}>
          <Kbd shortcut={key} always />
          <span className={css.spoken}>{key}</span>
        </span>
      ))}
    </dd>
  </div>
);
