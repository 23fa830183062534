import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useScreenPortal } from './screen';

interface Props {
  title: string;
  opened: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A question in the middle of the phone's screen. */
export function Dialog({ title, opened, onClose, children }: Props) {
  return (
    <Modal
      title={title}
      opened={opened}
      onClose={onClose}
      centered
      size={340}
      radius={18}
      padding={20}
      xOffset={16}
      yOffset={16}
      lockScroll={false}
      portalProps={useScreenPortal()}
      closeButtonProps={{ 'aria-label': 'Close' }}
      styles={{ title: { fontWeight: 650, fontSize: 17 } }}
      transitionProps={{ duration: 150 }}
    >
      {children}
    </Modal>
  );
}
