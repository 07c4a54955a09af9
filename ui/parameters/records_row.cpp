// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/records_row.h"

#include "core/model/change.h"
#include "ui/icon.h"
#include "ui/parameters/combo_box.h"
#include "ui/parameters/records_model.h"
#include "ui/words.h"

#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace theta {
namespace {

constexpr int record_height = 26, most_rows_seen = 8;

/// Options are chosen from a list, all else is typed.
class CellEditors : public QStyledItemDelegate {
 public:
  CellEditors(const RecordsModel* model, QObject* parent) : QStyledItemDelegate(parent), model_(model) {}

  QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const override {
    const Field& field = model_->columns().at(static_cast<std::size_t>(index.column()));
    const auto* choice = std::get_if<Choice>(&field.kind);
    if (!choice) return QStyledItemDelegate::createEditor(parent, option, index);
    auto* box = new ComboBox(parent);
    for (const OptionName& each : choice->options) box->addItem(plain(each.label));
    auto* self = const_cast<CellEditors*>(this);  // Qt declares this const, though it may emit
    connect(box, &QComboBox::activated, self, [self, box] {
      Q_EMIT self->commitData(box);
      Q_EMIT self->closeEditor(box);
    });
    return box;
  }

  void setEditorData(QWidget* editor, const QModelIndex& index) const override {
    auto* box = qobject_cast<QComboBox*>(editor);
    if (!box) return QStyledItemDelegate::setEditorData(editor, index);
    box->setCurrentIndex(index.data(Qt::EditRole).toInt());
  }

  void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override {
    auto* box = qobject_cast<QComboBox*>(editor);
    if (!box) return QStyledItemDelegate::setModelData(editor, model, index);
    model->setData(index, box->currentIndex(), Qt::EditRole);
  }

 private:
  const RecordsModel* model_;
};

}  // namespace

RecordsRow::RecordsRow(const Field& field, Check check, QWidget* parent)
    : ParameterRow(field, std::move(check), parent),
      model_(new RecordsModel(
          std::get<Records>(field.kind).fields, [this](std::vector<Row> rows) { return propose(rows); },
          [this](const Field& cell, const std::string& text) {
            Q_EMIT problem(
                {this->field().name.id + ", " + cell.name.id, say("“{}”", text), allowed(cell, {})});
          },
          this)),
      table_(new QTableView(this)) {
  add_ = add_button(QStringLiteral("add"), tr("Add a row"), &RecordsRow::add);
  remove_ = add_button(QStringLiteral("remove"), tr("Remove the row"), &RecordsRow::remove);
  up_ = add_button(QStringLiteral("up"), tr("Move the row up"), &RecordsRow::move_up);
  down_ = add_button(QStringLiteral("down"), tr("Move the row down"), &RecordsRow::move_down);
  table_->setModel(model_);
  table_->setItemDelegate(new CellEditors(model_, table_));
  table_->setSelectionBehavior(QAbstractItemView::SelectItems);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked |
                          QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
  table_->setTabKeyNavigation(false);  // Tab goes on to the next control
  table_->setShowGrid(false);
  table_->setFrameShape(QFrame::NoFrame);
  table_->verticalHeader()->setDefaultSectionSize(record_height);
  table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  table_->verticalHeader()->setSectionsMovable(true);
  table_->verticalHeader()->setToolTip(tr("Drag a number to move its row"));
  connect(table_->verticalHeader(), &QHeaderView::sectionMoved, this, &RecordsRow::take_dragged);
  table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  table_->horizontalHeader()->setResizeContentsPrecision(0);  // of the rows that are seen
  table_->horizontalHeader()->setMinimumSectionSize(36);
  table_->horizontalHeader()->setHighlightSections(false);
  table_->verticalHeader()->setHighlightSections(false);
  put_below(table_);
  name_for_screen_reader(table_);
  setFocusProxy(table_);
  connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this, &RecordsRow::show_buttons);
}

QToolButton* RecordsRow::add_button(const QString& icon_name, const QString& words,
                                    void (RecordsRow::*act)()) {
  auto* button = new QToolButton(this);
  button->setObjectName(icon_name);
  button->setToolTip(words);
  button->setAccessibleName(words);
  button->setFixedSize(24, 24);
  button->setIconSize(QSize(12, 12));
  put_editor(button);
  connect(button, &QToolButton::clicked, this, act);
  return button;
}

int RecordsRow::selected() const { return table_->currentIndex().row(); }

void RecordsRow::select(int row) {
  if (row >= 0 && row < model_->rowCount())
    table_->setCurrentIndex(model_->index(row, std::max(0, table_->currentIndex().column())));
  show_buttons();
}

void RecordsRow::add() {
  std::vector<Row> rows = model_->rows();
  const int place = selected() < 0 ? static_cast<int>(rows.size()) : selected() + 1;
  Row row;
  if (!rows.empty())
    row = rows[static_cast<std::size_t>(place - 1)];  // most often the next is like this one
  else
    for (const Field& cell : model_->columns()) row.cells.push_back(cell.initial);
  rows.insert(rows.begin() + place, std::move(row));
  if (propose(rows)) select(place);
}

void RecordsRow::remove() {
  const int place = selected();
  std::vector<Row> rows = model_->rows();
  if (place < 0) return;
  rows.erase(rows.begin() + place);
  if (propose(rows)) select(std::min(place, static_cast<int>(rows.size()) - 1));
}

void RecordsRow::move(int from, int to) {
  std::vector<Row> rows = model_->rows();
  const int count = static_cast<int>(rows.size());
  if (from < 0 || to < 0 || from >= count || to >= count || from == to) return;
  const auto first = rows.begin() + std::min(from, to), last = rows.begin() + std::max(from, to);
  std::rotate(first, from < to ? first + 1 : last, last + 1);
  if (propose(rows)) select(to);
}

/// The header has moved its section; it is the rows that move, and the header counts on from 1.
void RecordsRow::take_dragged(int, int from, int to) {
  QHeaderView* header = table_->verticalHeader();
  const QSignalBlocker quiet(header);
  header->moveSection(to, from);
  move(from, to);
}

void RecordsRow::show_buttons() {
  const auto& kind = std::get<Records>(field().kind);
  const int place = selected(), rows = model_->rowCount();
  add_->setEnabled(model_->rows().size() < kind.most);
  remove_->setEnabled(place >= 0 && model_->rows().size() > kind.least);
  up_->setEnabled(place > 0);
  down_->setEnabled(place >= 0 && place + 1 < rows);
}

void RecordsRow::show_value(const Value& value, Limits) {
  const int place = selected();
  model_->show_rows(std::get<std::vector<Row>>(value));
  const int lines = std::clamp(model_->rowCount(), 1, most_rows_seen);
  table_->setFixedHeight(table_->horizontalHeader()->sizeHint().height() + lines * record_height + 2);
  select(std::min(place, model_->rowCount() - 1));
}

void RecordsRow::show_theme(const Theme& theme) {
  ParameterRow::show_theme(theme);
  for (QToolButton* button : {add_, remove_, up_, down_})
    button->setIcon(icon(button->objectName(), theme.text));
  table_->setFont(interface_font(theme, 12.5));
  table_->horizontalHeader()->setFont(interface_font(theme, 11));
  table_->verticalHeader()->setFont(interface_font(theme, 11));
}

}  // namespace theta
