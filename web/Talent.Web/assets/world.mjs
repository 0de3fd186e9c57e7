// A small map of the world for the interactive charts: Natural Earth's countries at 1:110 million, to a tenth of a degree,
// each named by its two-letter code.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';

const require = createRequire(import.meta.url);
const read = path => JSON.parse(readFileSync(require.resolve(path), 'utf8'));
const ANTARCTICA = '010';

const tenth = value => Math.round(value * 10) / 10;

function ring(points) {
  const longitudes = points.map(([east]) => east);
  // One that crosses the date line goes on beyond it, rather than around the world.
  const crosses = Math.max(...longitudes) - Math.min(...longitudes) > 180;
  const rounded = points.map(([east, north]) => [tenth(crosses && east < 0 ? east + 360 : east), tenth(north)]);
  return rounded.filter((point, at) => at === 0 || point[0] !== rounded[at - 1][0] || point[1] !== rounded[at - 1][1]);
}

// Islands smaller than the rounding shrink to less than an area.
const polygon = rings => rings.map(ring).filter(points => points.length > 3);

function shape({ type, coordinates }) {
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates).map(polygon).filter(rings => rings.length > 0);
  return { type: 'MultiPolygon', coordinates: polygons };
}

export function world() {
  const codes = new Map(read('i18n-iso-countries/codes.json').map(([alpha2, , numeric]) => [numeric, alpha2]));
  const atlas = read('world-atlas/countries-110m.json');
  const features = feature(atlas, atlas.objects.countries).features.filter(({ id }) => id !== ANTARCTICA);
  return {
    type: 'FeatureCollection',
    features: features.map(({ id, properties, geometry }) => ({
      type: 'Feature', properties: { name: codes.get(id) ?? properties.name }, geometry: shape(geometry),
    })),
  };
}
