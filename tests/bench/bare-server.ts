/** What everything is measured against: Node's own server, sending the same compressed bytes with the same headers. */
import { createServer } from 'node:http';
import { get } from './http.ts';

const [, , page = '', port = '0'] = process.argv;
const { headers, body } = await get(page, { 'accept-encoding': 'br' });
const { date: _date, connection: _connection, 'keep-alive': _alive, ...own } = headers;

createServer((_request, response) => {
  response.writeHead(200, own).end(body);
}).listen(Number(port), '127.0.0.1', () => console.log('ready'));
