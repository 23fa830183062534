import { IconMessages } from '@tabler/icons-react';
import { Empty } from '../ui/Empty';
import { Kbd } from '../ui/Kbd';
import css from './Nothing.module.css';

const HINTS = [
  { shortcut: 'j', also: 'k', words: 'up and down the list' },
  { shortcut: 'enter', words: 'open the marked conversation' },
  { shortcut: 'mod+k', words: 'find any command' },
  { shortcut: '?', words: 'all shortcuts' },
];

/** The middle pane while no conversation is open. */
export function Nothing() {
  return (
    <div className={css.nothing}>
      <Empty icon={IconMessages} title="No conversation open">
        Choose one from the list. New ones are offered to you while you are online.
      </Empty>
      <ul className={css.hints}>
        {HINTS.map(({ shortcut, also, words }) => (
          <li key={shortcut}>
            <span className={css.caps}>
              {also && <Kbd shortcut={also} />} <Kbd shortcut={shortcut} />
            </span>
            {words}
          </li>
        ))}
      </ul>
    </div>
  );
}
