import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DialogName } from '../../commands/command';
import { useDeskState } from '../../shell/deskState';
import { BlockDialog } from './BlockDialog';
import { BlockedDialog } from './BlockedDialog';
import { ConsentDialog } from './ConsentDialog';
import { Palette } from './Palette';
import { ShortcutSheet } from './ShortcutSheet';
import { SnoozeDialog } from './SnoozeDialog';
import { TemplateDialog } from './TemplateDialog';
import { TransferDialog } from './TransferDialog';

const TITLES: Record<DialogName, string> = {
  transfer: 'Transfer the conversation',
  snooze: 'Snooze until',
  opt_in: 'Record an opt-in',
  opt_out: 'Record an opt-out',
  block: 'Block for abuse',
  blocked: 'Blocked people',
  template: 'Send a template',
  palette: 'Find a command',
  shortcuts: 'Shortcuts',
};
const SIZES: Partial<Record<DialogName, number>> = { template: 760, blocked: 620, shortcuts: 720, palette: 560, snooze: 400 };

/** The one dialog that is open, if one is. */
export function DeskDialogs() {
  const { dialog, setDialog, detail } = useDeskState();
  const close = (): void => setDialog(null);
  const inside = (name: DialogName): ReactNode => {
    if (name === 'palette') return <Palette onClose={close} />;
    if (name === 'shortcuts') return <ShortcutSheet />;
    if (name === 'blocked') return <BlockedDialog />;
    if (!detail) return null;
    if (name === 'block') return <BlockDialog detail={detail} onClose={close} />;
    if (name === 'transfer') return <TransferDialog detail={detail} onClose={close} />;
    if (name === 'snooze') return <SnoozeDialog detail={detail} onClose={close} />;
    if (name === 'template') return <TemplateDialog detail={detail} onClose={close} />;
    return <ConsentDialog detail={detail} action={name} onClose={close} />;
  };
  return (
    <Modal
      opened={dialog !== null}
      onClose={close}
      title={dialog && dialog !== 'palette' ? TITLES[dialog] : undefined}
      withCloseButton={dialog !== 'palette'}
      attributes={dialog === 'palette' ? { content: { 'aria-label': TITLES.palette } } : undefined}
      size={(dialog && SIZES[dialog]) ?? 480}
      padding={dialog === 'palette' ? 0 : 20}
      yOffset={dialog === 'palette' ? '12vh' : undefined}
      centered={dialog !== 'palette'}
      transitionProps={{ duration: 120 }}
      styles={{ title: { fontWeight: 640, fontSize: 16 } }}
    >
      {dialog && inside(dialog)}
    </Modal>
  );
}
