// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/make_row.h"

#include "core/model/overloaded.h"
#include "ui/parameters/choice_row.h"
#include "ui/parameters/choices_row.h"
#include "ui/parameters/formula_row.h"
#include "ui/parameters/number_row.h"
#include "ui/parameters/point_row.h"
#include "ui/parameters/reals_row.h"
#include "ui/parameters/records_row.h"
#include "ui/parameters/seed_row.h"
#include "ui/parameters/toggle_row.h"

#include <type_traits>
#include <utility>

namespace theta {

ParameterRow* make_row(const Field& field, ParameterRow::Check check, QWidget* parent) {
  const auto row = [&]<class Kind>(std::type_identity<Kind>) -> ParameterRow* {
    return new Kind(field, std::move(check), parent);
  };
  return std::visit(Overloaded{[&](const Real&) { return row(std::type_identity<NumberRow>()); },
                               [&](const Integer&) { return row(std::type_identity<NumberRow>()); },
                               [&](const Toggle&) { return row(std::type_identity<ToggleRow>()); },
                               [&](const Choice&) { return row(std::type_identity<ChoiceRow>()); },
                               [&](const Choices&) { return row(std::type_identity<ChoicesRow>()); },
                               [&](const Reals&) { return row(std::type_identity<RealsRow>()); },
                               [&](const Plane&) { return row(std::type_identity<PointRow>()); },
                               [&](const SeedNumber&) { return row(std::type_identity<SeedRow>()); },
                               [&](const FormulaText&) { return row(std::type_identity<FormulaRow>()); },
                               [&](const Records&) { return row(std::type_identity<RecordsRow>()); }},
                    field.kind);
}

}  // namespace theta
