import { Button, CloseButton, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconLock, IconNote } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { desk } from '../../api/desk';
import { keys } from '../../api/keys';
import { addToThread } from '../../api/sending';
import type { Detail } from '../../api/types';
import { useDeskState } from '../../shell/deskState';
import { say } from '../../ui/say';
import { useIsNarrow } from '../../ui/media';
import css from './Composer.module.css';
import dockCss from './Dock.module.css';
import { kept } from './kept';

/** A note for colleagues: another colour, another button, another way to the service. It can not reach the customer. */
export function NoteComposer({ detail }: { detail: Detail }) {
  const id = detail.conversation_id;
  const place = `note:${id}`;
  const client = useQueryClient();
  const narrow = useIsNarrow();
  const { composer: input, setNoteMode } = useDeskState();
  const [text, setTextOnly] = useState(() => kept.read(place));
  const setText = (next: string): void => {
    setTextOnly(next);
    kept.write(place, next);
  };
  const { mutate, isPending } = useMutation({
    mutationFn: (note: string) => desk.note(id, note),
    onSuccess: (message) => {
      addToThread(client, id, message);
      setText('');
      setNoteMode(false);
    },
    onError: say.trouble,
    onSettled: () => void client.invalidateQueries({ queryKey: keys.messages(id) }),
  });
  const save = (): void => {
    if (text.trim() && !isPending) mutate(text.trim());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      setNoteMode(false);
    }
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || narrow) return;
    event.preventDefault();
    save();
  };
  return (
    <div className={dockCss.dock}>
      <div className={css.composer} data-note>
        <div className={css.noteHead}>
          <IconNote size={16} aria-hidden />
          Internal note. The customer never sees it.
          <CloseButton size="md" aria-label="Stop writing the note" onClick={() => setNoteMode(false)} />
        </div>
        <Textarea
          ref={input}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          placeholder="What should your colleagues know?"
          aria-label="Internal note"
          autosize
          autoFocus
          minRows={2}
          maxRows={10}
          variant="unstyled"
          classNames={{ input: css.input }}
          dir="auto"
          data-testid="note-input"
        />
        <div className={css.tools}>
          <span className={css.gap} />
          {!narrow && <span className={css.hint}>Esc goes back to the customer</span>}
          <Button
            h={36}
            color="yellow.8"
            autoContrast
            leftSection={<IconLock size={16} aria-hidden />}
            onClick={save}
            loading={isPending}
            disabled={!text.trim()}
            data-testid="note-save"
          >
            Save the note
          </Button>
        </div>
      </div>
    </div>
  );
}
