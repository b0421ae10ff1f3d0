#!/usr/bin/env python3
"""The answers of NetworkX to the questions that the tests ask.

Reads FOLDER/organisations.csv (id) and FOLDER/relationships.csv (from, to, kind) and follows
`accountable-to`, regardless of dates. Rows that name a body that is not there, or one body twice,
are left out, as a lenient reading leaves them out. Prints one answer a line, sorted:

    cycle,a b c                 bodies that are accountable to each other in a circle
    immediate,ID,ID             the immediate dominator, blank below the imaginary top
    span,ID,DIRECT,TOTAL,LAYER  the layer blank where no route leads to a top
    superiors,ID,a b c          for each id in the file named by the second argument
"""
import csv
import sys

import networkx as nx

TOP = object()


def read(folder):
    with open(folder + "/organisations.csv", newline="", encoding="utf-8") as file:
        ids = [row["id"] for row in csv.DictReader(file)]
    upwards = nx.DiGraph()
    upwards.add_nodes_from(ids)
    known = set(ids)
    with open(folder + "/relationships.csv", newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            agent, principal = row["from"], row["to"]
            if row["kind"] != "accountable-to" or agent == principal:
                continue
            if agent in known and principal in known:
                upwards.add_edge(agent, principal)
    return upwards


def answers(upwards, asked):
    downwards = upwards.reverse()
    tops = [body for body in upwards if upwards.out_degree(body) == 0]
    for body in asked:
        yield "superiors,%s,%s" % (body, " ".join(sorted(nx.descendants(upwards, body) - {body})))
    for group in nx.strongly_connected_components(upwards):
        if len(group) > 1:
            yield "cycle," + " ".join(sorted(group))

    totals = {body: len(nx.descendants(downwards, body) - {body}) for body in downwards}
    downwards.add_edges_from((TOP, top) for top in tops)
    downwards.add_node(TOP)
    layers = nx.single_source_shortest_path_length(downwards, TOP)
    for body in upwards:
        layer = layers[body] - 1 if body in layers else ""
        yield "span,%s,%d,%d,%s" % (body, upwards.in_degree(body), totals[body], layer)
    for body, dominator in nx.immediate_dominators(downwards, TOP).items():
        if body is not TOP:
            yield "immediate,%s,%s" % (body, "" if dominator is TOP else dominator)


def main():
    folder, asked = sys.argv[1], sys.argv[2]
    with open(asked, encoding="utf-8") as file:
        ids = file.read().split()
    sys.stdout.write("".join(line + "\n" for line in sorted(answers(read(folder), ids))))


main()
