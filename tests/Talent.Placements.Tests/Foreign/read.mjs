// Reads calendars (a JSON array of texts on standard input) with two parsers of other people's and writes what they understood.
import { text } from 'node:stream/consumers';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

function withIcalJs(calendar) {
  const root = new ICAL.Component(ICAL.parse(calendar));
  ICAL.TimezoneService.reset();
  for (const zone of root.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return {
    method: root.getFirstPropertyValue('method'),
    events: root.getAllSubcomponents('vevent').map((component) => {
      const event = new ICAL.Event(component);
      return {
        uid: event.uid,
        sequence: event.sequence,
        status: component.getFirstPropertyValue('status'),
        start: event.startDate.toJSDate().toISOString(),
        end: event.endDate.toJSDate().toISOString(),
        summary: event.summary,
        description: event.description,
        location: event.location,
        organizer: component.getFirstPropertyValue('organizer'),
        attendees: event.attendees.map((attendee) => attendee.getFirstValue()),
      };
    }),
  };
}

function withNodeIcal(calendar) {
  const parsed = nodeIcal.sync.parseICS(calendar);
  const plain = (value) => (value && typeof value === 'object' ? value.val : value) ?? null;
  return {
    method: parsed.vcalendar?.method ?? null,
    events: Object.values(parsed).filter((part) => part.type === 'VEVENT').map((event) => ({
      uid: event.uid,
      sequence: Number(event.sequence),
      status: event.status,
      start: event.start.toISOString(),
      end: event.end.toISOString(),
      summary: plain(event.summary),
      description: plain(event.description),
      location: plain(event.location),
      organizer: plain(event.organizer),
      attendees: [event.attendee ?? []].flat().map(plain),
    })),
  };
}

function problemsOf(calendar) {
  const problems = [];
  if (/(^|[^\r])\n|\r(?!\n)/.test(calendar)) problems.push('a line does not end with CRLF');
  const bytes = Buffer.from(calendar, 'utf8');
  let line = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === 13) line = 0;
    else if (bytes[at] !== 10 && ++line === 76) problems.push('a line is longer than 75 octets');
  }
  for (const part of calendar.split('\r\n')) {
    if (part.includes('\ufffd')) problems.push('a letter was cut');
  }
  return problems;
}

const calendars = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(calendars.map((calendar) => ({
  problems: problemsOf(calendar),
  icalJs: withIcalJs(calendar),
  nodeIcal: withNodeIcal(calendar),
}))));
