import type { Detail } from '../../api/types';
import { useSend } from '../../api/sending';
import { useMe } from '../../session/session';
import { say } from '../../ui/say';
import { TemplatePicker } from '../composer/TemplatePicker';

/** The template picker over the thread, while the window is open. */
export function TemplateDialog({ detail, onClose }: { detail: Detail; onClose: () => void }) {
  const { send } = useSend(detail.conversation_id, useMe(), { onRefused: say.trouble });
  return (
    <TemplatePicker
      detail={detail}
      send={(content, ownerVersion) => {
        send(content, ownerVersion);
        onClose();
      }}
    />
  );
}
