import { ActionIcon, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBuildingStore, IconClockHour4, IconDotsVertical, IconMoon, IconSun } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useColourToggle } from '../ui/colours';
import { useScreenPortal } from '../ui/screen';
import { Sheet } from '../ui/Sheet';
import { ClockTool } from './ClockTool';

interface Props {
  /** What else belongs in this screen's menu. */
  children?: ReactNode;
  /** A wide window shows the tools beside the phone already. */
  wide?: boolean;
}

/** The "more" menu in the bar: what the screen offers, then the demo's tools. */
export function ToolsMenu({ children, wide = false }: Props) {
  const { dark, label, toggle } = useColourToggle();
  const [clock, { open, close }] = useDisclosure();
  const portalProps = useScreenPortal();
  return (
    <>
      <Menu position="bottom-end" width={220} radius={14} shadow="md" portalProps={portalProps}>
        <Menu.Target>
          <ActionIcon variant="transparent" c="inherit" size={40} aria-label="More">
            <IconDotsVertical size={21} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {children}
          {children && <Menu.Divider />}
          <Menu.Item component="a" href="/manager" leftSection={<IconBuildingStore size={18} />}>
            The platform's side (demo)
          </Menu.Item>
          {!wide && (
            <>
              <Menu.Item leftSection={<IconClockHour4 size={18} />} onClick={open}>
                Platform clock (demo)
              </Menu.Item>
              <Menu.Item leftSection={dark ? <IconSun size={18} /> : <IconMoon size={18} />} onClick={toggle}>
                {label}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <Sheet title="Platform clock (demo tool)" opened={clock} onClose={close}>
        <ClockTool />
      </Sheet>
    </>
  );
}
