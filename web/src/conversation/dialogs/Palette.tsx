import { IconCommand } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { COMMANDS } from '../../commands/registry';
import { useDeskState } from '../../shell/deskState';
import { Kbd } from '../../ui/Kbd';
import { commandIcon } from '../commandIcons';
import css from './Palette.module.css';

/** Every command that can be run now, found by typing. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { commands } = useDeskState();
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const found = COMMANDS.filter(
    (each) => each.name !== 'desk.palette' && each.on(commands) !== null && wanted.every((word) => `${each.title} ${each.group}`.toLowerCase().includes(word)),
  );
  const run = (index: number): void => {
    const chosen = found[index];
    if (!chosen) return;
    onClose();
    chosen.run(commands);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && found.length > 0) {
      event.preventDefault();
      setAt((now) => (now + by + found.length) % found.length);
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      run(at);
    }
  };
  return (
    <div>
      <div className={css.field}>
        <IconCommand size={18} aria-hidden />
        <input
          className={css.input}
          value={words}
          onChange={(event) => {
            setWords(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          placeholder="What do you want to do?"
          aria-label="Find a command"
          role="combobox"
          aria-expanded
          aria-controls="palette-list"
          aria-activedescendant={`palette-${at}`}
          data-autofocus
          data-testid="palette-input"
        />
      </div>
      <ul className={css.list} id="palette-list" role="listbox" aria-label="Commands">
        {found.length === 0 && <li className={css.none}>No command fits.</li>}
        {found.map((each, index) => {
          const Glyph = commandIcon(each.name);
          return (
            <li
              key={each.name}
              id={`palette-${index}`}
              role="option"
              aria-selected={index === at}
              className={css.option}
              onMouseMove={() => setAt(index)}
              onClick={() => run(index)}
              ref={(row) => {
                if (index === at) row?.scrollIntoView({ block: 'nearest' });
              }}
            >
              <Glyph size={17} stroke={1.7} aria-hidden />
              <span className={css.title}>{each.title}</span>
              <span className={css.group}>{each.group}</span>
              {each.shortcuts[0] && <Kbd shortcut={each.shortcuts[0]} />}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
