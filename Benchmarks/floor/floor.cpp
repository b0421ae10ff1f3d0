// The floor: the same works by hand in C++, on one thread, with nothing checked that the answers do
// not need. It is no product and has no error messages; it tells how far there is still to go.
//
//     floor FOLDER W1,W2,… [--answers FOLDER]
//
// It prints the same lines as the peers: see peers/peer.py.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using Node = uint32_t;
using Nodes = std::vector<Node>;
static const Node none = UINT32_MAX;

// A file in memory; it stays mapped to the end, for ids and names are views of it.
static std::string_view mapped(const std::string &path) {
  int file = open(path.c_str(), O_RDONLY);
  struct stat status;
  if (file < 0 || fstat(file, &status) != 0) {
    perror(path.c_str());
    exit(2);
  }
  void *bytes = mmap(nullptr, status.st_size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
  close(file);
  return {static_cast<const char *>(bytes), static_cast<size_t>(status.st_size)};
}

// The cells of a table, one after the other. Doubled quotes stay doubled: only names have them.
struct Cells {
  const char *at, *end;
  explicit Cells(std::string_view file) : at(file.data()), end(at + file.size()) {
    at = static_cast<const char *>(memchr(at, '\n', file.size())) + 1;
  }
  bool more() const { return at < end; }
  std::string_view next() {
    const char *start = at;
    if (*at == '"') {
      for (at = ++start; *at != '"' || at[1] == '"'; at += *at == '"' ? 2 : 1) {}
      std::string_view cell(start, at - start);
      at += 2;
      return cell;
    }
    while (*at != ',' && *at != '\n') at++;
    return {start, static_cast<size_t>(at++ - start)};
  }
};

static int32_t date(std::string_view cell) {
  int32_t value = 0;
  for (char byte : cell)
    if (byte != '-') value = value * 10 + (byte - '0');
  return value;
}

static int64_t pence(std::string_view cell) {
  int64_t value = 0;
  for (char byte : cell)
    if (byte != '.') value = value * 10 + (byte - '0');
  return value;
}

// An id and a number made of it: for ids of up to eight bytes, no other id has the same number.
struct Key {
  std::string_view id;
  uint64_t hash = 0;
  explicit Key(std::string_view id = {}) : id(id) {
    for (size_t from = 0; from < id.size(); from += 8) {
      uint64_t word = 0;
      for (size_t byte = std::min<size_t>(8, id.size() - from); byte-- > 0;)
        word = word << 8 | static_cast<uint8_t>(id[from + byte]);
      hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
      hash ^= hash >> 32;
    }
  }
};

// From ids to numbers, by open addressing. The slots hold the hashes, so that the ids themselves,
// which lie far apart, are not looked at when they are short.
struct Index {
  struct Slot {
    uint64_t hash;
    Node node;
  };
  std::vector<Slot> slots;
  const std::vector<std::string_view> &ids;
  explicit Index(const std::vector<std::string_view> &ids) : ids(ids) {
    size_t size = 16;
    while (size < ids.size() * 2) size *= 2;
    slots.assign(size, {0, none});
    for (Node node = 0; node < ids.size(); node++) {
      Key key(ids[node]);
      slots[slot(key)] = {key.hash, node};
    }
  }
  Node operator[](const Key &key) const { return slots[slot(key)].node; }
  void prefetch(const Key &key) const { __builtin_prefetch(&slots[key.hash & (slots.size() - 1)]); }
  size_t slot(const Key &key) const {
    size_t place = key.hash & (slots.size() - 1);
    while (slots[place].node != none && !is(slots[place], key))
      place = (place + 1) & (slots.size() - 1);
    return place;
  }
  bool is(const Slot &slot, const Key &key) const {
    return slot.hash == key.hash && (key.id.size() <= 8 || ids[slot.node] == key.id);
  }
};

static uint8_t word(std::vector<std::string_view> &words, std::string_view cell) {
  for (size_t place = 0; place < words.size(); place++)
    if (words[place] == cell) return place;
  words.push_back(cell);
  return words.size() - 1;
}

// Neighbours of each node in compressed form.
struct Graph {
  Nodes first, items;
  Graph() = default;
  Graph(const Nodes &from, const Nodes &to, size_t count) : first(count + 1), items(from.size()) {
    for (Node node : from) first[node + 1]++;
    for (size_t node = 0; node < count; node++) first[node + 1] += first[node];
    Nodes next = first;
    for (size_t edge = 0; edge < from.size(); edge++) items[next[from[edge]]++] = to[edge];
  }
  size_t count() const { return first.size() - 1; }
};

// Walks that cost what they reach: marks are told apart by a stamp and never cleared.
struct Walk {
  Nodes stamps, found;
  Node stamp = 0;
  explicit Walk(size_t count) : stamps(count) {}
  // What can be reached from a node, itself first.
  const Nodes &from(Node start, const Graph &graph) {
    stamps[start] = ++stamp;
    found.assign(1, start);
    for (size_t next = 0; next < found.size(); next++)
      for (Node edge = graph.first[found[next]]; edge < graph.first[found[next] + 1]; edge++) {
        Node other = graph.items[edge];
        if (stamps[other] != stamp) {
          stamps[other] = stamp;
          found.push_back(other);
        }
      }
    return found;
  }
};

struct Register {
  std::vector<std::string_view> ids, names, kinds, verbs;
  std::vector<uint8_t> kind;
  std::vector<int32_t> opened, closed, start, finish;
  Nodes from, to;
  std::vector<uint8_t> verb;
  std::vector<int64_t> amount;
  Graph up, down, funders;
  Index *index;

  explicit Register(const std::string &folder) {
    std::string_view file = mapped(folder + "/organisations.csv");
    reserve(file.size() / 40, ids, names, kind, opened, closed);
    for (Cells cells(file); cells.more();) {
      ids.push_back(cells.next());
      names.push_back(cells.next());
      kind.push_back(word(kinds, cells.next()));
      opened.push_back(date(cells.next()));
      closed.push_back(date(cells.next()));
    }
    index = new Index(ids);
    file = mapped(folder + "/relationships.csv");
    reserve(file.size() / 36, from, to, verb, amount, start, finish);
    verbs = {"accountable-to", "funds"};
    // Rows are taken by the hundred, so that the memory of their ids' slots is under way together.
    struct Row {
      Key origin, target;
      uint8_t verb;
      int64_t amount;
      int32_t start, finish;
    };
    std::vector<Row> rows;
    for (Cells cells(file); cells.more();) {
      rows.clear();
      while (cells.more() && rows.size() < 128) {
        Row row;
        index->prefetch(row.origin = Key(cells.next()));
        index->prefetch(row.target = Key(cells.next()));
        row.verb = word(verbs, cells.next());
        row.amount = pence(cells.next());
        row.start = date(cells.next());
        row.finish = date(cells.next());
        rows.push_back(row);
      }
      for (const Row &row : rows) {
        Node origin = (*index)[row.origin], target = (*index)[row.target];
        if (origin == none || target == none) continue;
        from.push_back(origin);
        to.push_back(target);
        verb.push_back(row.verb);
        amount.push_back(row.amount);
        start.push_back(row.start);
        finish.push_back(row.finish);
      }
    }
    Nodes agents, principals, payers, payees;
    for (size_t row = 0; row < from.size(); row++) {
      if (verb[row] == 0) agents.push_back(from[row]), principals.push_back(to[row]);
      if (verb[row] == 1) payers.push_back(from[row]), payees.push_back(to[row]);
    }
    up = Graph(agents, principals, ids.size());
    down = Graph(principals, agents, ids.size());
    funders = Graph(payees, payers, ids.size());
  }

  template <typename... Columns> static void reserve(size_t rows, Columns &...columns) {
    (columns.reserve(rows), ...);
  }
};

static std::vector<Nodes> superiors(const Register &reg, const Nodes &queries) {
  Walk walk(reg.ids.size());
  std::vector<Nodes> answers;
  for (Node query : queries) {
    const Nodes &found = walk.from(query, reg.up);
    answers.emplace_back(found.begin() + 1, found.end());
  }
  return answers;
}

static Nodes subordinates(const Register &reg) {
  Walk walk(reg.ids.size());
  Nodes counts(reg.ids.size());
  for (Node body = 0; body < reg.ids.size(); body++) {
    const Nodes &found = walk.from(body, reg.up);
    for (size_t place = 1; place < found.size(); place++) counts[found[place]]++;
  }
  return counts;
}

// Tarjan's strongly connected components with a path in place of recursion.
static std::vector<Nodes> cycles(const Register &reg) {
  const Graph &graph = reg.up;
  Nodes order(graph.count()), low(graph.count()), next = graph.first, path, open;
  std::vector<Nodes> groups;
  Node visited = 0;
  for (Node start = 0; start < graph.count(); start++) {
    if (order[start]) continue;
    path.push_back(start);
    while (!path.empty()) {
      Node node = path.back();
      if (!order[node]) {
        order[node] = low[node] = ++visited;
        open.push_back(node);
      }
      if (next[node] < graph.first[node + 1]) {
        Node other = graph.items[next[node]++];
        if (!order[other]) path.push_back(other);
        else low[node] = std::min(low[node], order[other]);
        continue;
      }
      path.pop_back();
      if (!path.empty()) low[path.back()] = std::min(low[path.back()], low[node]);
      if (low[node] != order[node]) continue;
      auto member = open.end();
      do order[*--member] = none; while (*member != node);  // `none` is no lower than any other
      if (open.end() - member > 1) groups.emplace_back(member, open.end());
      open.erase(member, open.end());
    }
  }
  return groups;
}

// Dominators by semidominators and nearest common ancestors (Georgiadis), on places in depth-first
// order.
struct Dominators {
  Nodes ancestor, lowest, semi, path;

  // The lowest semidominator on the way up from a place to those that are not linked yet, which are
  // the ones before `linked`; the way is shortened for the next time.
  Node evaluate(Node place, Node linked) {
    if (place < linked) return place;
    for (; ancestor[place] >= linked; place = ancestor[place]) path.push_back(place);
    Node best = lowest[place], top = ancestor[place];
    for (; !path.empty(); path.pop_back()) {
      Node below = path.back();
      if (lowest[below] > best) lowest[below] = best;
      best = lowest[below];
      ancestor[below] = top;
    }
    return best;
  }

  Nodes of(const Register &reg, Node root) {
    Nodes place(reg.ids.size(), none), order, parent;
    std::vector<std::pair<Node, Node>> waiting{{root, 0}};
    while (!waiting.empty()) {
      auto [node, above] = waiting.back();
      waiting.pop_back();
      if (place[node] != none) continue;
      place[node] = order.size();
      parent.push_back(above);
      order.push_back(node);
      for (Node edge = reg.down.first[node]; edge < reg.down.first[node + 1]; edge++)
        if (place[reg.down.items[edge]] == none)
          waiting.push_back({reg.down.items[edge], place[node]});
    }
    ancestor = semi = parent;
    lowest.resize(order.size());
    for (Node at = order.size(); at-- > 1;) {
      Node first = parent[at];
      for (Node edge = reg.up.first[order[at]]; edge < reg.up.first[order[at] + 1]; edge++) {
        Node other = place[reg.up.items[edge]];
        if (other != none) first = std::min(first, evaluate(other, at + 1));
      }
      semi[at] = lowest[at] = first;
    }
    Nodes answer(reg.ids.size(), none);
    for (Node at = 1; at < order.size(); at++) {
      // The parents' places take the dominators, which are known of all places before.
      Node dominator = parent[at];
      while (dominator > semi[at]) dominator = parent[dominator];
      parent[at] = dominator;
      answer[order[at]] = order[dominator];
    }
    return answer;
  }
};

struct Conflicts {
  Nodes several;
  std::vector<std::pair<Node, Node>> off;
};

static Conflicts conflicts(const Register &reg) {
  Conflicts answer;
  Walk walk(reg.ids.size());
  for (Node body = 0; body < reg.ids.size(); body++) {
    const Node *first = &reg.up.items[reg.up.first[body]];
    const Node *last = &reg.up.items[reg.up.first[body + 1]];
    if (std::any_of(first, last, [&](Node other) { return reg.kind[other] != reg.kind[*first]; }))
      answer.several.push_back(body);
    Node edge = reg.funders.first[body], end = reg.funders.first[body + 1];
    if (edge == end) continue;
    walk.from(body, reg.up);
    for (; edge < end; edge++) {
      Node funder = reg.funders.items[edge];
      if (walk.stamps[funder] != walk.stamp || funder == body) answer.off.push_back({funder, body});
    }
  }
  return answer;
}

static double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

static long peak() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.compare(0, 6, "VmHWM:") == 0) return 1024 * std::stol(line.substr(6));
  return 0;
}

static void tell(const char *work, const std::vector<double> &seconds) {
  printf("{\"tool\": \"floor\", \"work\": \"%s\", \"seconds\": [", work);
  for (size_t time = 0; time < seconds.size(); time++)
    printf("%s%.9f", time ? ", " : "", seconds[time]);
  printf("], \"peak\": %ld}\n", peak());
  fflush(stdout);
}

template <typename Work> static auto repeated(const char *name, Work work) {
  std::vector<double> seconds;
  double sum = 0;
  decltype(work()) answer;
  while (seconds.size() < 5 && sum < 0.3) {
    double before = now();
    answer = work();
    seconds.push_back(now() - before);
    sum += seconds.back();
  }
  tell(name, seconds);
  return answer;
}

int main(int count, char **words) {
  if (count < 3) return fprintf(stderr, "floor FOLDER WORKS [--answers FOLDER]\n"), 64;
  std::string folder = words[1], works = std::string(words[2]) + ",";
  std::string into = count == 5 ? words[4] : "";
  auto asked = [&](const char *work) { return works.find(work) != std::string::npos; };

  double before = now();
  Register reg(folder);
  tell("W1", {now() - before});

  Nodes queries;
  std::string line;
  for (std::ifstream file(folder + "/queries.txt"); file >> line;)
    queries.push_back((*reg.index)[Key(line)]);
  std::ifstream(folder + "/root.txt") >> line;
  Node root = (*reg.index)[Key(line)];

  std::vector<Nodes> above, groups;
  Nodes counts, immediate;
  Conflicts found;
  if (asked("W2,")) above = repeated("W2", [&] { return superiors(reg, queries); });
  if (asked("W3,")) counts = repeated("W3", [&] { return subordinates(reg); });
  if (asked("W4,")) groups = repeated("W4", [&] { return cycles(reg); });
  if (asked("W5,")) immediate = repeated("W5", [&] { return Dominators().of(reg, root); });
  if (asked("W6,")) found = repeated("W6", [&] { return conflicts(reg); });
  if (into.empty()) return 0;

  auto write = [&](const char *work, std::function<void(std::ofstream &)> lines) {
    std::ofstream file(into + "/" + work + ".floor.txt");
    if (asked((std::string(work) + ",").c_str())) lines(file);
  };
  auto members = [&](std::ofstream &file, Nodes &nodes) {
    std::vector<std::string_view> sorted;
    for (Node node : nodes) sorted.push_back(reg.ids[node]);
    std::sort(sorted.begin(), sorted.end());
    for (auto id : sorted) file << (id.data() == sorted[0].data() ? "" : " ") << id;
  };
  write("W1", [&](std::ofstream &file) {
    size_t bytes = 0;
    for (auto name : reg.names)
      for (size_t at = 0; at < name.size(); at++) bytes++, at += name[at] == '"';
    int64_t sum = 0;
    for (int64_t amount : reg.amount) sum += amount;
    auto given = [](const std::vector<int32_t> &dates) {
      return dates.size() - std::count(dates.begin(), dates.end(), 0);
    };
    file << "bodies " << reg.ids.size() << "\nnames " << bytes << "\nclosed " << given(reg.closed)
         << "\nrelationships " << reg.from.size() << "\nended " << given(reg.finish) << "\npence "
         << sum << "\n";
  });
  write("W2", [&](std::ofstream &file) {
    for (size_t query = 0; query < queries.size(); query++) {
      file << reg.ids[queries[query]] << (above[query].empty() ? "" : " ");
      members(file, above[query]);
      file << "\n";
    }
  });
  write("W3", [&](std::ofstream &file) {
    for (Node body = 0; body < counts.size(); body++)
      if (counts[body]) file << reg.ids[body] << " " << counts[body] << "\n";
  });
  write("W4", [&](std::ofstream &file) {
    for (Nodes &group : groups) members(file, group), file << "\n";
  });
  write("W5", [&](std::ofstream &file) {
    for (Node body = 0; body < immediate.size(); body++)
      if (immediate[body] != none)
        file << reg.ids[body] << " " << reg.ids[immediate[body]] << "\n";
  });
  write("W6", [&](std::ofstream &file) {
    for (Node body : found.several) file << "several " << reg.ids[body] << "\n";
    for (auto [funder, funded] : found.off)
      file << "off-path " << reg.ids[funder] << " " << reg.ids[funded] << "\n";
  });
}
