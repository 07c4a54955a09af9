// SPDX-License-Identifier: GPL-3.0-or-later
// The parameters of every lab in a dock as narrow as it gets: nothing is cut.
#include "core/labs/all.h"
#include "ui/parameters/check_grid.h"
#include "ui/parameters/parameter_panel.h"
#include "ui/parameters/row.h"

#include <QCheckBox>
#include <QLabel>
#include <QScrollArea>
#include <QTest>

#include <gtest/gtest.h>

#include <algorithm>

namespace theta {
namespace {

void expect_all_in_sight(const ParameterPanel& panel) {
  const auto* scroll = panel.findChild<QScrollArea*>();
  EXPECT_LE(scroll->widget()->width(), scroll->viewport()->width());
  for (const auto* row : panel.findChildren<ParameterRow*>()) {
    if (!row->isVisible()) continue;
    for (const auto* label : row->findChildren<QLabel*>(QString(), Qt::FindDirectChildrenOnly)) {
      if (!label->isVisible()) continue;
      EXPECT_LE(label->sizeHint().width(), label->width()) << label->text().toStdString();
      EXPECT_LE(label->geometry().right(), row->width()) << label->text().toStdString();
    }
    for (const auto* grid : row->findChildren<CheckGrid*>()) {
      if (!grid->isVisible()) continue;
      for (const auto* box : grid->findChildren<QCheckBox*>())
        EXPECT_LE(box->sizeHint().width(), box->width()) << box->text().toStdString();
    }
  }
}

TEST(ParametersFit, InTheNarrowestDock) {
  for (const Lab& lab : all_labs()) {
    ParameterPanel panel;
    panel.show_theme(light_theme());
    panel.show_fields(lab.fields);
    panel.resize(panel.minimumWidth(), 900);
    panel.show();
    for (const Preset& preset : lab.presets()) {
      SCOPED_TRACE(lab.id + " " + preset.id);
      panel.show_values(preset_values(lab, preset));
      QTest::qWait(1);
      expect_all_in_sight(panel);
    }
  }
}

}  // namespace
}  // namespace theta
