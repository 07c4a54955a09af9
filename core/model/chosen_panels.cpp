// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/chosen_panels.h"

#include "core/model/nearest.h"
#include "core/model/problem.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace theta {
namespace {

/// The rows of a grid, or its columns: where a cell begins and how many it takes.
struct GridDirection {
  int Cell::*first;
  int Cell::*count;
};

/// The cells of the panels that stay and of those that go, while rows and columns are taken out of the grid.
class ClosingGrid {
 public:
  ClosingGrid(std::vector<Cell> kept, std::vector<Cell> dropped)
      : kept_(std::move(kept)), dropped_(std::move(dropped)) {}

  std::vector<Cell> closed() && {
    for (const GridDirection along : directions) {
      take_out_where(along, [&](int line) { return !any_reaches(kept_, along, line); });
    }
    for (const GridDirection along : directions) {  // a hole closes where all beside it can give way
      take_out_where(along,
                     [&](int line) { return any_reaches(dropped_, along, line) && spans(along, line); });
      shorten(along);
    }
    return std::move(kept_);
  }

 private:
  static constexpr GridDirection directions[] = {{&Cell::row, &Cell::rows}, {&Cell::column, &Cell::columns}};

  static bool reaches(const Cell& cell, GridDirection along, int line) {
    return cell.*along.first <= line && line < cell.*along.first + cell.*along.count;
  }

  static bool any_reaches(const std::vector<Cell>& cells, GridDirection along, int line) {
    return std::ranges::any_of(cells, [&](const Cell& cell) { return reaches(cell, along, line); });
  }

  /// Whether each panel that stays in this line stands in others too.
  bool spans(GridDirection along, int line) const {
    return std::ranges::all_of(
        kept_, [&](const Cell& cell) { return !reaches(cell, along, line) || cell.*along.count > 1; });
  }

  void take_out_where(GridDirection along, auto&& unneeded) {
    int end = 0;
    for (const auto* cells : {&kept_, &dropped_}) {
      for (const Cell& cell : *cells) end = std::max(end, cell.*along.first + cell.*along.count);
    }
    for (int line = end - 1; line >= 0; --line) {
      if (unneeded(line)) take_out(along, line);
    }
  }

  void take_out(GridDirection along, int line) {
    for (auto* cells : {&kept_, &dropped_}) {
      for (Cell& cell : *cells) {
        if (reaches(cell, along, line))
          --(cell.*along.count);
        else if (cell.*along.first > line)
          --(cell.*along.first);
      }
    }
    std::erase_if(dropped_, [&](const Cell& cell) { return cell.*along.count == 0; });
  }

  /// A grid of which all panels span an even number of columns is one of half as many.
  void shorten(GridDirection along) {
    int common = 0;
    for (const Cell& cell : kept_) common = std::gcd(common, std::gcd(cell.*along.first, cell.*along.count));
    for (Cell& cell : kept_) {
      cell.*along.first /= common;
      cell.*along.count /= common;
    }
  }

  std::vector<Cell> kept_, dropped_;
};

std::vector<Cell> cells_of(const std::vector<Panel>& panels) {
  std::vector<Cell> cells;
  for (const Panel& panel : panels) cells.push_back(panel.cell);
  return cells;
}

void require_panels(const Figure& figure, const std::vector<std::string>& ids) {
  std::vector<Problem> problems;
  for (const std::string& id : ids) {
    if (find_panel(figure, id)) continue;
    problems.push_back(unknown_name("panel", id, figure.panels, [](const Panel& panel) { return panel.id; }));
  }
  if (!problems.empty()) throw InputError(std::move(problems));
}

}  // namespace

Figure chosen_panels(Figure figure, const std::vector<std::string>& ids) {
  require_panels(figure, ids);
  if (ids.empty()) return figure;
  const auto chosen = [&](const std::string& id) { return std::ranges::find(ids, id) != ids.end(); };
  const auto rest =
      std::ranges::stable_partition(figure.panels, [&](const Panel& panel) { return chosen(panel.id); });
  if (rest.empty()) return figure;
  const std::vector<Cell> dropped = cells_of({rest.begin(), rest.end()});
  figure.panels.erase(rest.begin(), rest.end());
  const std::vector<Cell> cells = ClosingGrid(cells_of(figure.panels), dropped).closed();
  for (std::size_t i = 0; i < cells.size(); ++i) figure.panels[i].cell = cells[i];
  std::erase_if(figure.handles, [&](const Handle& handle) { return !chosen(handle.panel); });
  return figure;
}

}  // namespace theta
