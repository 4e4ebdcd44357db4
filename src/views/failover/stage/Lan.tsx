import { type CSSProperties, type RefObject, useEffect, useRef, useState } from 'react';
import { type QueuePicture, queueWaitMs } from '../../../layout/port.ts';
import { type LanPlan, lanPlan, type Point, wayFromSwitch } from '../../../layout/topology.ts';
import { SCALAR } from '../../../protocol/frame.ts';
import type { AppState } from '../../../store/types.ts';
import { formatByteRate } from '../../shared/format.ts';
import { prefersReducedMotion } from '../../shared/motion.ts';
import { palette } from '../../shared/palette.ts';
import { drawLan, freshContext, lanPicture, queueSpan, recentArp } from './draw-lan.ts';
import classes from './Lan.module.css';
import { LiveText } from './LiveText.tsx';
import { MenuButton } from './menu/MenuButton.tsx';
import { useMenuArea } from './menu/menu-context.ts';
import { nodeName, nodeOf, paceNow, type StageModel, scalar } from './model.ts';
import { repaint, usePainter } from './painter.ts';
import { listText, say, WORDS } from './words.ts';

interface Props {
  readonly model: StageModel;
  readonly stage: RefObject<HTMLDivElement | null>;
}

/** The data LAN between the hosts: transmit port, switch, and the lines to everybody. */
export function Lan({ model, stage }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const label = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const brace = useRef<SVGPathElement>(null);
  const wire = useRef<SVGLineElement>(null);
  const plan = usePlan(box, label, stage, `${model.places.others.join()}`);
  const menu = useMenuArea({ kind: 'data-lan' });
  const packetMenu = useMenuArea({ kind: 'packet' });
  const { network } = model.run.scenario;

  usePainter((state) => {
    const context = canvas.current ? freshContext(canvas.current, bleedOf(plan).left) : null;
    if (!context || !plan) return;
    const picture = lanPicture(state, model, plan);
    drawLan({ context, plan, colours: palette(), still: prefersReducedMotion() }, state, model, picture);
    wire.current?.setAttribute('data-streams', String(picture.streaming));
    label.current?.setAttribute('data-streams', String(picture.streaming));
    brace.current?.setAttribute('d', picture.pingWaits ? bracePath(plan, picture.queue) : '');
  });

  const read = (words: (state: AppState, at: LanPlan) => string) => (state: AppState) =>
    plan ? words(state, plan) : '';
  const picture = (state: AppState, at: LanPlan) => lanPicture(state, model, at);
  // The words about the queue change in the same frame as the queue.
  const queueNow = (state: AppState) => (plan ? lanPicture(state, model, plan).batch.on : false);
  const trouble = lanTrouble(model);
  const linkName = network.linkMbps >= 1000 ? `${network.linkMbps / 1000} Gb/s` : `${network.linkMbps} Mb/s`;

  return (
    <div ref={box} className={classes.lan} {...menu}>
      {plan ? <Wires plan={plan} brace={brace} wire={wire} cuts={cutsOf(model, plan)} /> : null}
      <canvas ref={canvas} className={classes.canvas} style={canvasPlace(plan)} />
      {plan ? (
        <div
          className={classes.pipeArea}
          style={{ top: plan.pipe.y, width: plan.pipe.width, height: plan.pipe.height }}
          {...packetMenu}
        />
      ) : null}
      <div ref={label} className={classes.label} style={{ top: plan?.labelTop ?? 0 }}>
        <b>
          {say(WORDS.port, { node: nodeName(model.history, model.places.left) })}
          <i>{say(WORDS.portLink, { link: linkName })}</i>
          <MenuButton
            target={{ kind: 'data-lan' }}
            label={say(WORDS.menuOf, { name: WORDS.things['data-lan'] })}
          />
        </b>
        <LiveText
          className={classes.queue}
          beside={queueNow}
          read={read((state, at) => {
            const { streaming, batch, queue, queueBytes } = picture(state, at);
            if (!streaming) return quietPort(model);
            if (!batch.on) return WORDS.queueGap;
            return say(WORDS.queue, { bytes: queueBytes, packets: queue.packets, k: queue.perDrawn });
          })}
        />
        <LiveText
          className={classes.pace}
          read={(state) =>
            scalar(state, SCALAR.transferring) === 1 &&
            Number.isNaN(scalar(state, SCALAR.pausedForUs)) &&
            scalar(state, SCALAR.paceBytesPerSecond) > 0
              ? say(WORDS.pace, { rate: formatByteRate(scalar(state, SCALAR.paceBytesPerSecond)) })
              : ''
          }
        />
      </div>
      {plan ? (
        <>
          <div
            className={classes.below}
            style={{
              top: plan.pipe.y + plan.pipe.height + 16,
              // Beside the line that leads down from the switch, where there is one.
              width: plan.storage ? plan.switchAt.x - 10 : '100%',
            }}
          >
            {trouble === '' ? null : <span className={classes.trouble}>{trouble}</span>}
            <LiveText
              className={classes.wait}
              beside={queueNow}
              read={read((state, at) => {
                const { streaming, replies, pingWaits, queueBytes } = picture(state, at);
                if (!streaming) return '';
                if (pingWaits) return say(WORDS.waits, { ms: queueWaitMs(network, queueBytes) });
                if (replies === 'here') return WORDS.passes;
                return replies === 'none'
                  ? quietPort(model)
                  : say(WORDS.waitsElsewhere, { vm: model.run.scenario.pingedVm });
              })}
            />
            <LiveText
              className={classes.arp}
              read={(state) => arpText(state, model) || coldText(state, model)}
            />
            <LiveText
              className={classes.slowed}
              read={read((state, at) => {
                const { streaming, batch, pingsPerDrawn } = picture(state, at);
                if (!streaming)
                  return pingsPerDrawn > 1 ? say(WORDS.slowedPings, { k: pingsPerDrawn }) : WORDS.eachPing;
                return batch.perDrawn > 1 ? say(WORDS.slowedStream, { k: batch.perDrawn }) : WORDS.eachBatch;
              })}
            />
          </div>
          <span
            className={classes.switchName}
            style={{ left: plan.switchAt.x, top: plan.pipe.y + plan.pipe.height }}
          >
            {WORDS.switchName}
          </span>
        </>
      ) : null}
    </div>
  );
}

/** No stream: what the port says of the replies to the pings. */
function quietPort({ history, run, places }: StageModel): string {
  const vm = run.scenario.pingedVm;
  const pinged = history.vms.find((one) => one.name === vm);
  if (pinged?.state === 'paused') return say(WORDS.portPaused, { vm });
  if (!pinged || pinged.node < 0) return say(WORDS.portSilent, { vm });
  if (pinged.halted !== null) return say(WORDS.portHalted, { vm });
  if (nodeOf(history, pinged.node)?.dataPlugged === false) {
    return say(WORDS.portCut, { node: nodeName(history, pinged.node) });
  }
  return pinged.node === places.left ? WORDS.portEmpty : say(WORDS.waitsElsewhere, { vm });
}

function arpText(state: AppState, model: StageModel): string {
  const arp = recentArp(model, scalar(state, SCALAR.timeUs), paceNow(state));
  if (!arp) return '';
  const { to = '', vm = '', number = 1 } = arp.event.slots;
  return say(WORDS.arp, { node: to, vm, n: number });
}

/** Share of the tail from which the disk reads behind it are worth a line. */
const COLD_SHARE = 0.05;

function coldText(state: AppState, model: StageModel): string {
  const cold = scalar(state, SCALAR.tailShare) > COLD_SHARE && scalar(state, SCALAR.transferring) !== 1;
  return cold ? say(WORDS.coldCache, { vm: model.run.scenario.pingedVm }) : '';
}

interface WiresProps {
  readonly plan: LanPlan;
  readonly brace: RefObject<SVGPathElement | null>;
  readonly wire: RefObject<SVGLineElement | null>;
  readonly cuts: readonly Point[];
}

function Wires({ plan, brace, wire, cuts }: WiresProps) {
  const { pipe, switchAt, switchHalf, rightPort } = plan;
  const middle = pipe.y + pipe.height / 2;
  return (
    <svg className={classes.wires} aria-hidden="true">
      {plan.others.map((end, i) => (
        <polyline key={end.x} className={classes.line} points={points(wayFromSwitch(plan, i))} />
      ))}
      <polyline className={classes.line} points={points(wayFromSwitch(plan, 'storage'))} />
      <line
        ref={wire}
        className={classes.line}
        x1={pipe.x + pipe.width}
        y1={middle}
        x2={rightPort.x}
        y2={middle}
      />
      <rect
        className={classes.pipe}
        x={0.5}
        y={pipe.y}
        width={pipe.width}
        height={pipe.height}
        rx={pipe.height / 2}
      />
      <path ref={brace} className={classes.brace} />
      <rect
        className={classes.switch}
        x={switchAt.x - switchHalf}
        y={switchAt.y - switchHalf}
        width={switchHalf * 2}
        height={switchHalf * 2}
        rx={3}
      />
      {cuts.map(({ x, y }) => (
        <g key={`${x} ${y}`} className={classes.cut} transform={`translate(${x} ${y})`}>
          <circle r={8} />
          <path d="M-4,-4L4,4M4,-4L-4,4" />
        </g>
      ))}
    </svg>
  );
}

/** From the waiting ping to the last packet before it. */
function bracePath(plan: LanPlan, queue: QueuePicture): string {
  const [ping, last] = queueSpan(plan, queue);
  const top = plan.pipe.y + plan.pipe.height - 4;
  return `M${ping},${top}v14H${last}v-14`;
}

const points = (way: readonly Point[]) => way.map(({ x, y }) => `${x},${y}`).join(' ');

const orderOf = (card: HTMLElement) => Number(card.style.getPropertyValue('--order'));

/** How far the lines to the small machines reach beyond the space between the large hosts, in px. */
function bleedOf(plan: LanPlan | null): { left: number; right: number; below: number } {
  if (!plan) return { left: 0, right: 0, below: 0 };
  const ends = [...plan.others, ...(plan.storage ? [plan.storage] : [])];
  return {
    left: Math.max(0, ...ends.map(({ x }) => 10 - x)),
    right: Math.max(0, ...ends.map(({ x }) => x + 10 - plan.rightPort.x)),
    below: Math.max(0, ...ends.map(({ y }) => y - plan.height)),
  };
}

function canvasPlace(plan: LanPlan | null): CSSProperties {
  const { left, right, below } = bleedOf(plan);
  return { left: -left, width: `calc(100% + ${left + right}px)`, height: `calc(100% + ${below}px)` };
}

/** Where a cable is pulled, or nothing answers at its end. */
function cutsOf({ history, places }: StageModel, plan: LanPlan): Point[] {
  const pulled = (node: number) => nodeOf(history, node)?.dataPlugged === false;
  const cuts: Point[] = [];
  if (pulled(places.left)) cuts.push({ x: plan.leftPort.x - 1, y: plan.leftPort.y });
  if (pulled(places.right)) cuts.push({ x: plan.rightPort.x - 12, y: plan.rightPort.y });
  for (const [i, node] of places.others.entries()) {
    const end = plan.others[i];
    if (end && pulled(node)) cuts.push({ x: end.x, y: end.y - 5 });
  }
  if (plan.storage && history.surroundings.storageDown) {
    cuts.push({ x: plan.storage.x, y: plan.storage.y - 5 });
  }
  return cuts;
}

/** What is wrong with the LAN as a whole; empty where nothing is. */
function lanTrouble({ history, run }: StageModel): string {
  const { dataLoss, dataMbps } = history.surroundings;
  const words = [
    dataLoss > 0 ? say(WORDS.lanLoss, { share: dataLoss }) : '',
    dataMbps < run.scenario.network.linkMbps ? say(WORDS.lanSpeed, { mbps: dataMbps }) : '',
  ].filter((word) => word !== '');
  return words.length > 0 ? say(WORDS.lanTrouble, { list: listText(words) }) : '';
}

/** Measures the free space and the small cards that the lines lead to. */
function usePlan(
  box: RefObject<HTMLDivElement | null>,
  label: RefObject<HTMLDivElement | null>,
  stage: RefObject<HTMLDivElement | null>,
  key: string,
): LanPlan | null {
  const [plan, setPlan] = useState<LanPlan | null>(null);
  // Not a layout effect: the stage around this component is known only after them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other hosts in the row move the cards
  useEffect(() => {
    const measure = () => {
      const lan = box.current;
      if (!lan || !stage.current) return;
      const middleOf = (selector: string) => {
        const card = stage.current?.querySelector<HTMLElement>(selector);
        // Presented, the small machines are not shown.
        return card && card.offsetWidth > 0
          ? { x: card.offsetLeft - lan.offsetLeft + card.offsetWidth / 2, y: card.offsetTop - lan.offsetTop }
          : null;
      };
      setPlan(
        lanPlan({
          width: lan.clientWidth,
          height: lan.clientHeight,
          storage: middleOf('[data-storage]'),
          others: [...stage.current.querySelectorAll<HTMLElement>('[data-place="other"]')]
            .sort((a, b) => orderOf(a) - orderOf(b))
            .flatMap((card) => middleOf(`[data-node="${card.dataset.node}"]`) ?? []),
          labelHeight: label.current?.offsetHeight ?? 0,
          letter: Number.parseFloat(getComputedStyle(lan).fontSize) || 13,
        }),
      );
      repaint();
    };
    measure();
    const observer = new ResizeObserver(measure);
    if (box.current) observer.observe(box.current);
    if (label.current) observer.observe(label.current);
    const small = stage.current?.querySelector('[data-storage]');
    if (small) observer.observe(small);
    return () => observer.disconnect();
  }, [box, label, stage, key]);
  return plan;
}
