#!/usr/bin/env python3
"""DuckDB: two tables with references as numbers, recursive queries. Ids are turned into numbers at
loading, for joins on numbers are quicker. It uses the threads it uses by itself."""
import duckdb
import peer

ABOVE = """
    with recursive above(body, superior) as (
      select origin, target from up {seed}
      union
      select above.body, up.target from above join up on up.origin = above.superior)
"""


class DuckDB:
    def __init__(self, folder):
        self.base = duckdb.connect()
        if peer.is_about_zones():
            return
        self.base.execute(f"""
            create table bodies as
            select (row_number() over () - 1)::integer as number, *
            from read_csv('{folder}/organisations.csv', all_varchar = true);
            create table lines as
            select o.number as origin, t.number as target, l.kind, l.amount, l."start", l."end"
            from read_csv('{folder}/relationships.csv', auto_detect = false, header = true,
              delim = ',', quote = '"', escape = '"',
              columns = {{'from': 'varchar', 'to': 'varchar', 'kind': 'varchar',
                         'amount': 'decimal(18, 2)', 'start': 'date', 'end': 'date'}}) l
            join bodies o on o.id = l."from" join bodies t on t.id = l."to";
            create table up as select origin, target from lines where kind = 'accountable-to';
        """)

    def rows(self, query, given=None):
        return self.base.execute(query, given).fetchall()

    def ids(self):
        return [body for (body,) in self.rows("select id from bodies order by number")]

    def totals(self):
        def lines():
            yield from (f"{name} {value}" for name, value in zip(
                ("bodies", "names", "closed"), self.rows(
                    "select count(*), sum(strlen(name)), count(nullif(closed, '')) from bodies"
                )[0]))
            yield from (f"{name} {value}" for name, value in zip(
                ("relationships", "ended", "pence"), self.rows(
                    "select count(*), count(\"end\"), (sum(amount) * 100)::bigint from lines")[0]))
        return lines

    def superiors(self, queries):
        self.base.execute(
            "create or replace temp table queries as select distinct unnest($1) as id", [queries])
        found = self.rows(
            ABOVE.format(seed="where origin in (from bodies semi join queries using (id) "
                              "select number)")
            + "select body, list(superior) from above where body <> superior group by body")

        def lines():
            ids = self.ids()
            above = {ids[body]: sorted(ids[other] for other in others) for body, others in found}
            return (" ".join([query, *above.get(query, [])]) for query in queries)
        return lines

    def subordinates(self):
        counts = self.rows(ABOVE.format(seed="") + """
            select superior, count(*) from above where body <> superior group by superior""")

        def lines():
            ids = self.ids()
            return (f"{ids[body]} {count}" for body, count in counts)
        return lines

    def cycles(self):
        # Each body of a cycle is above itself; the lowest number that is above and below names it.
        self.base.execute(
            "create or replace temp table pairs as " + ABOVE.format(seed="") + """
            , circular as (select body from above where body = superior)
            select * from above where body in (from circular) and superior in (from circular)""")
        groups = self.rows("""
            select list(body) from (
              select a.body, min(a.superior) as first from pairs a
              join pairs b on a.body = b.superior and a.superior = b.body group by a.body)
            group by first having count(*) > 1""")

        def lines():
            ids = self.ids()
            return (" ".join(sorted(ids[body] for body in group)) for (group,) in groups)
        return lines

    def conflicts(self):
        several = self.rows("""
            select origin from up join bodies on number = target
            group by origin having min(kind) <> max(kind)""")
        off = self.rows(
            ABOVE.format(seed="where origin in (select target from lines where kind = 'funds')")
            + """
            select origin, target from lines
            where kind = 'funds' and not exists (
              from above where body = lines.target and superior = lines.origin)""")

        def lines():
            ids = self.ids()
            return [*peer.several_words(ids[body] for (body,) in several),
                    *peer.off_path_words((ids[payer], ids[payee]) for payer, payee in off)]
        return lines

    def overlaps(self, path):
        pairs = self.rows(f"""
            with pairs as (
              select a, b, sum(population)::bigint as people
              from read_csv('{path}', auto_detect = false, header = true, delim = ',',
                columns = {{'zone': 'varchar', 'population': 'bigint', 'a': 'varchar',
                           'b': 'varchar'}})
              group by a, b)
            select a, b, people, people / sum(people) over (partition by a),
              people / sum(people) over (partition by b) from pairs""")
        large = {}
        for a, _, _, of_a, _ in pairs:
            if of_a > 0.01:
                large[a] = large.get(a, 0) + 1
        split = [a for a, parts in large.items() if parts > 1]
        return lambda: peer.overlap_words(pairs, split)


if __name__ == "__main__":
    peer.run("duckdb", DuckDB)
