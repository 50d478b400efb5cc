import { Button } from '@patternfly/react-core';
import { Td, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Node as OtherNode, SystemStatus } from '../api/types';
import { useMay } from '../app/useSession';
import { useForgetNode } from '../cluster/nodes';
import type { T } from '../i18n';
import { en } from '../i18n/en';
import { timeText } from '../ui/format';
import { FormDialog } from '../ui/FormDialog';
import { Mark, type Tone } from '../ui/Mark';
import { StatusTable } from './StatusTable';

type Node = SystemStatus['nodes'][number];
type Service = Node['services'][number];

const TONE: Record<Service['state'], Tone> = { UP: 'ok', DEGRADED: 'major', DOWN: 'critical' };

/** The node that answers with its services, then the others as they were seen last. */
export function NodeTable({ nodes, all }: { nodes: Node[]; all: OtherNode[] }) {
  const { t } = useTranslation();
  const may = useMay('system.configure');
  const [forgotten, setForgotten] = useState<string>();
  return (
    <>
      <StatusTable title={t('system.nodes')} columns={[t('system.node'), t('system.service'), t('system.state'), t('system.detail')]}>
        {nodes.flatMap((node) => [
          <Tr key={node.name}>
            <Td dataLabel={t('system.node')}><strong className="ly-mono">{node.name}</strong></Td>
            <Td dataLabel={t('system.service')} />
            <Td dataLabel={t('system.state')}><Mark tone={TONE[node.state]} word={t(`system.words.${node.state}`)} /></Td>
            <Td dataLabel={t('system.detail')}>
              {node.startedAt && <span className="ly-muted">{t('system.startedAt')} <time>{timeText(node.startedAt)}</time></span>}
            </Td>
          </Tr>,
          ...node.services.map((service) => <ServiceRow key={`${node.name}/${service.name}`} service={service} />),
        ])}
        {all.filter((node) => !node.here).map((node) => (
          <OtherRow key={node.name} node={node} onForget={may && !node.alive ? () => setForgotten(node.name) : undefined} />
        ))}
      </StatusTable>
      {forgotten !== undefined && <ForgetDialog name={forgotten} onClose={() => setForgotten(undefined)} />}
    </>
  );
}

function stateOf(t: T, node: OtherNode): { tone: Tone; word: string } {
  if (node.left) return { tone: 'off', word: t('cluster.stopped') };
  return node.alive ? { tone: 'ok', word: t('cluster.alive') } : { tone: 'critical', word: t('cluster.gone') };
}

function ForgetDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const forget = useForgetNode();
  return (
    <FormDialog
      title={t('cluster.forgetTitle', { name })}
      submit={t('cluster.forget')}
      danger
      ready
      pending={forget.isPending}
      error={forget.error}
      onSubmit={() => forget.mutate(name, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{t('cluster.forgetText')}</p>
    </FormDialog>
  );
}

function OtherRow({ node, onForget }: { node: OtherNode; onForget: (() => void) | undefined }) {
  const { t } = useTranslation();
  const { tone, word } = stateOf(t, node);
  return (
    <Tr>
      <Td dataLabel={t('system.node')}><strong className="ly-mono">{node.name}</strong></Td>
      <Td dataLabel={t('system.service')} />
      <Td dataLabel={t('system.state')}><Mark tone={tone} word={word} /></Td>
      <Td dataLabel={t('system.detail')}>
        <span className="ly-muted">{t('cluster.drives', { count: node.devices })} · {t('cluster.seen')} <time>{timeText(node.seenAt)}</time></span>
        {onForget && <> <Button variant="link" isInline isDanger onClick={onForget}>{t('cluster.forgetAsk')}</Button></>}
      </Td>
    </Tr>
  );
}

function ServiceRow({ service }: { service: Service }) {
  const { t } = useTranslation();
  return (
    <Tr>
      <Td dataLabel={t('system.node')} />
      <Td dataLabel={t('system.service')}>{isService(service.name) ? t(`system.services.${service.name}`) : service.name}</Td>
      <Td dataLabel={t('system.state')}><Mark tone={TONE[service.state]} word={t(`system.words.${service.state}`)} /></Td>
      <Td dataLabel={t('system.detail')}><span className="ly-muted">{service.detail}</span></Td>
    </Tr>
  );
}

function isService(name: string): name is keyof typeof en.system.services {
  return Object.hasOwn(en.system.services, name);
}
