import type { CannedReply } from '../../api/types';
import css from './CannedMenu.module.css';

interface Props {
  replies: CannedReply[];
  at: number;
  onChoose: (reply: CannedReply) => void;
}

/** The replies that fit what was typed after the slash. Arrows move, Enter and Tab choose. */
export function CannedMenu({ replies, at, onChoose }: Props) {
  return (
    <div className={css.menu}>
      <p className={css.head}>Canned replies</p>
      {replies.length === 0 ? (
        <p className={css.none}>None fits. Go on typing to send it as it stands.</p>
      ) : (
        <ul className={css.list} role="listbox" id="canned-replies" aria-label="Canned replies">
          {replies.map((reply, index) => (
            <li
              key={reply.shortcut}
              id={`canned-${index}`}
              role="option"
              aria-selected={index === at}
              className={css.reply}
              data-testid="canned-option"
              ref={(row) => {
                if (index === at) row?.scrollIntoView({ block: 'nearest' });
              }}
              onMouseDown={(event) => {
                event.preventDefault(); // the cursor stays in the text
                onChoose(reply);
              }}
            >
              <span className={css.shortcut}>/{reply.shortcut.replace(/^\//, '')}</span>
              <span className={css.text}>{reply.text}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
