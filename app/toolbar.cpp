// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/toolbar.h"

#include "ui/words.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace theta {
namespace {

constexpr int bar_height = 44;

QToolButton* button(QAction* action, Qt::ToolButtonStyle style, QWidget* parent) {
  auto* button = new QToolButton(parent);
  button->setDefaultAction(action);
  button->setToolButtonStyle(style);
  button->setAccessibleName(action->iconText());
  return button;
}

}  // namespace

Toolbar::Toolbar(const ToolbarActions& actions, QWidget* parent)
    : QWidget(parent), title_(new QLabel(this)), presets_(new QComboBox(this)) {
  setObjectName(QStringLiteral("toolbar"));
  setFixedHeight(bar_height);
  setProperty("surface", QStringLiteral("pane"));
  setAttribute(Qt::WA_StyledBackground);
  title_->setObjectName(QStringLiteral("lab_title"));
  presets_->setAccessibleName(tr("Preset"));
  presets_->setPlaceholderText(tr("Own setting"));
  presets_->setMinimumWidth(230);
  presets_->setMaximumWidth(360);
  presets_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  auto* preset_label = new QLabel(tr("Preset"), this);
  preset_label->setProperty("muted", true);
  preset_label->setBuddy(presets_);

  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(16, 0, 16, 0);
  row->setSpacing(8);
  row->addWidget(title_);
  row->addSpacing(4);
  row->addWidget(preset_label);
  row->addWidget(presets_);
  row->addSpacing(8);
  for (QAction* action : {actions.undo, actions.redo, actions.play})
    row->addWidget(button(action, Qt::ToolButtonIconOnly, this));
  row->addStretch();
  row->addWidget(button(actions.copy_figure, Qt::ToolButtonTextOnly, this));
  QToolButton* export_button = button(actions.export_figure, Qt::ToolButtonTextOnly, this);
  export_button->setProperty("primary", true);
  row->addWidget(export_button);

  connect(presets_, &QComboBox::activated, this,
          [this](int index) { Q_EMIT preset_chosen(static_cast<std::size_t>(index)); });
}

void Toolbar::show_lab(const Text& name, const std::vector<Preset>& presets) {
  title_->setText(plain(name));
  presets_->clear();
  for (const Preset& preset : presets) {
    presets_->addItem(plain(preset.name));
    presets_->setItemData(presets_->count() - 1, plain(preset.look_for), Qt::ToolTipRole);
  }
}

void Toolbar::show_theme(const Theme& theme) {
  setFixedHeight(static_cast<int>(bar_height * theme.type));
  title_->setFont(interface_font(theme, 15, QFont::DemiBold));
}

void Toolbar::show_preset(std::optional<std::size_t> preset) {
  presets_->setCurrentIndex(preset ? static_cast<int>(*preset) : -1);
}

}  // namespace theta
