// The board's charts, drawn by ECharts when the reader asks for them. What they show is read from the page's own tables, which
// remain the accessible form of it: names are in the reader's language there, and fresh after each update.
import { BarChart, LineChart, MapChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent, VisualMapComponent } from 'echarts/components';
import { init, registerMap, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import world from 'talent:world';

use([BarChart, LineChart, MapChart, GridComponent, LegendComponent, TooltipComponent, VisualMapComponent, SVGRenderer]);
registerMap('world', world);

const rightToLeft = document.documentElement.dir === 'rtl';
const language = document.documentElement.lang;
const shown = value => Number(value).toLocaleString(language);
const table = name => document.querySelector(`table[data-chart=${name}]`);
const rows = name => [...table(name)?.tBodies[0].rows ?? []];
const cells = row => [...row.querySelectorAll('[data-value]')].map(cell => Number(cell.dataset.value));
const label = row => row.querySelector('th').textContent.trim();

/** The design's colours as they are now: light or dark. */
function palette() {
  const probe = document.createElement('span');
  document.body.append(probe);
  const colour = name => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const names = ['ink', 'ink-quiet', 'sheet', 'sunken', 'line', 'line-strong', 'brand', 'brand-fill', 'amber', 'red'];
  const colours = Object.fromEntries(names.map(name => [name, colour(name)]));
  const { fontFamily } = getComputedStyle(document.body);
  probe.remove();
  return { ...colours, fontFamily };
}

/** So much of the second colour in the first. */
function mixed(first, second, share) {
  const [from, to] = [first, second].map(colour => colour.match(/[\d.]+/g).map(Number));
  return `rgb(${[0, 1, 2].map(at => Math.round(from[at] + (to[at] - from[at]) * share)).join(', ')})`;
}

function common(colours) {
  return {
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    textStyle: { fontFamily: colours.fontFamily, color: colours.ink, fontSize: 13 },
    // Drawn rather than written as HTML: the page allows no styles of its own in HTML.
    tooltip: {
      renderMode: 'richText', confine: true, backgroundColor: colours.sheet, borderColor: colours['line-strong'],
      textStyle: { color: colours.ink, fontFamily: colours.fontFamily, fontSize: 13 },
    },
    grid: { left: 8, right: 8, top: 44, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
  };
}

const valueAxis = colours => ({
  type: 'value', minInterval: 1, axisLabel: { color: colours['ink-quiet'], formatter: shown },
  splitLine: { lineStyle: { color: colours.line } },
});

const categoryAxis = (names, colours) => ({
  type: 'category', data: names, axisLabel: { color: colours.ink }, axisTick: { show: false },
  axisLine: { lineStyle: { color: colours['line-strong'] } },
});

function funnel(colours) {
  const found = rows('funnel');
  const base = common(colours);
  return {
    ...base,
    grid: { ...base.grid, top: 8 },
    tooltip: { ...base.tooltip, trigger: 'item', formatter: ({ name, value }) => `${name}: ${shown(value)}` },
    xAxis: { ...valueAxis(colours), inverse: rightToLeft },
    yAxis: { ...categoryAxis(found.map(label), colours), inverse: true, position: rightToLeft ? 'right' : 'left' },
    series: [{
      type: 'bar', data: found.map(row => cells(row)[0]), itemStyle: { color: colours['brand-fill'], borderRadius: 3 },
      barMaxWidth: 22, emphasis: { itemStyle: { color: colours.brand } },
    }],
  };
}

function trend(colours) {
  const found = rows('trend');
  const names = [...table('trend').tHead.rows[0].cells].slice(1).map(cell => cell.textContent.trim());
  const tints = [colours['line-strong'], colours.amber, colours.brand, colours.red];
  const base = common(colours);
  return {
    ...base,
    tooltip: {
      ...base.tooltip, trigger: 'axis',
      formatter: points => [points[0].axisValue, ...points.map(point => `${point.seriesName}: ${shown(point.value)}`)].join('\n'),
    },
    legend: { data: names, top: 4, textStyle: { color: colours.ink }, align: rightToLeft ? 'right' : 'left', type: 'plain' },
    grid: { ...base.grid, top: innerWidth < 768 ? 76 : 44 },
    xAxis: { ...categoryAxis(found.map(label), colours), inverse: rightToLeft, boundaryGap: false, axisLabel: { color: colours.ink, hideOverlap: true } },
    yAxis: { ...valueAxis(colours), position: rightToLeft ? 'right' : 'left' },
    series: names.map((name, at) => ({
      // Told apart by shape and dash as well as by colour.
      type: 'line', name, data: found.map(row => cells(row)[at]), color: tints[at], symbolSize: 7,
      symbol: ['circle', 'diamond', 'rect', 'triangle'][at], lineStyle: { width: 2, type: ['solid', 'dashed', 'solid', 'dotted'][at] },
    })),
  };
}

function countries(colours) {
  const found = rows('countries');
  const counts = found.map(row => cells(row)[0]);
  const base = common(colours);
  return {
    ...base,
    tooltip: {
      ...base.tooltip, trigger: 'item', formatter: ({ data }) => data ? `${data.label}: ${shown(data.value)}` : '',
    },
    visualMap: {
      min: 0, max: Math.max(1, ...counts), show: false, inRange: { color: [mixed(colours['brand-fill'], colours.sheet, .6), colours['brand-fill']] },
    },
    series: [{
      type: 'map', map: 'world', left: 0, right: 0, top: 0, bottom: 0, silent: false, selectedMode: false,
      data: found.map((row, at) => ({ name: row.dataset.code, value: counts[at], label: label(row) })),
      label: { show: false },
      // Borders are not drawn: whose they are is not this map's to say.
      itemStyle: { areaColor: colours.line, borderColor: colours.line, borderWidth: .4 },
      emphasis: { label: { show: false }, itemStyle: { areaColor: colours.amber } },
    }],
  };
}

const kinds = { funnel, trend, countries };

/** Draws every chart that has both a place, <c>[data-draw]</c>, and a table. Once more after each update. */
export function draw() {
  const drawn = [];
  const redraw = () => {
    const colours = palette();
    for (const { kind, chart } of drawn)
      if (table(kind)) chart.setOption(kinds[kind](colours), true);
  };
  for (const place of document.querySelectorAll('[data-draw]')) {
    const kind = place.dataset.draw;
    place.closest('[hidden]')?.removeAttribute('hidden');
    place.hidden = place.previousElementSibling.hidden = !table(kind);
    if (table(kind)) drawn.push({ kind, chart: init(place, null, { renderer: 'svg' }) });
  }
  redraw();
  addEventListener('resize', () => { for (const { chart } of drawn) chart.resize(); redraw(); });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  document.addEventListener('live:refreshed', redraw);
}
